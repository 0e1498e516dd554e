// The hall's side of updates as a terminal asks it: over HTTP with the terminal's token.
import { UpdateOffer } from '@jiaohao/contracts/updates';
import type { SignedManifest, UpdateManifest, UpdatePlatform, UpdateReport } from '@jiaohao/contracts/updates';

/** The hall did not answer as it should: away, busy, or it gives no updates. Asked again later. */
export class HallGivesNothing extends Error {
  override readonly name = 'HallGivesNothing';
  /** Of the hall's answer; null where there was none. */
  readonly status: number | null;

  constructor(message: string, options: ErrorOptions & { readonly status?: number } = {}) {
    super(message, options);
    this.status = options.status ?? null;
  }
}

export interface HallUpdates {
  /** Null: this terminal runs what it should. Throws HallGivesNothing. */
  offer(platform: UpdatePlatform, version: string): Promise<SignedManifest | null>;
  /** The package from this byte on. Throws HallGivesNothing, also in the middle. */
  download(manifest: UpdateManifest, fromByte: number, signal: AbortSignal): AsyncIterable<Buffer>;
  /** Also resolves where the hall holds that version no more: then nobody waits for the news. Throws HallGivesNothing. */
  report(report: UpdateReport): Promise<void>;
}

const ANSWER_LIMIT_MS = 10_000;
/** A download may take an hour; a line on which nothing comes for this long is given up and taken up again. */
const SILENCE_MS = 30_000;

export function hallUpdates(hallUrl: string, token: string): HallUpdates {
  const authorization = `Bearer ${token}`;

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', authorization);
    const response = await fetch(new URL(path, hallUrl), { redirect: 'error', ...init, headers }).catch(
      (error: unknown) => {
        throw new HallGivesNothing('the hall cannot be reached', { cause: error });
      },
    );
    if (response.ok) return response;
    await response.body?.cancel();
    throw new HallGivesNothing(`the hall answered ${response.status}`, { status: response.status });
  }

  return {
    async offer(platform, version) {
      const query = new URLSearchParams({ platform, version }).toString();
      const response = await ask(`/api/v1/updates/offer?${query}`, { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
      const answer = UpdateOffer.safeParse(await jsonOf(response));
      if (!answer.success) throw new HallGivesNothing('the hall answered in no known form');
      return answer.data.offer;
    },
    async *download({ platform, version }, fromByte, signal) {
      const silence = new AbortController();
      const response = await ask(`/api/v1/updates/packages/${platform}/${version}`, {
        headers: { range: `bytes=${fromByte}-` },
        signal: AbortSignal.any([signal, silence.signal]),
      });
      // A server that ignores the range sends the whole again: what is already here would be doubled.
      if (fromByte > 0 && response.status !== 206) throw new HallGivesNothing('the hall sends from the beginning only');
      yield* untilSilent(response, silence);
    },
    async report(report) {
      await ask('/api/v1/updates/reports', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(report),
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      }).catch((error: unknown) => {
        if (!(error instanceof HallGivesNothing && error.status === 404)) throw error;
      });
    },
  };
}

async function* untilSilent(response: Response, silence: AbortController): AsyncGenerator<Buffer> {
  const watch = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    for await (const chunk of response.body ?? []) {
      watch.refresh();
      yield Buffer.from(chunk);
    }
  } catch (error) {
    throw new HallGivesNothing('the download broke off', { cause: error });
  } finally {
    clearTimeout(watch);
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new HallGivesNothing('the hall’s answer broke off', { cause: error });
  }
}
