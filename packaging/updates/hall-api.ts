// The hall's HTTP interface as the updates command uses it.
import { z } from 'zod';

const Received = z.looseObject({ receivedBytes: z.int() });

export class HallApi {
  readonly #url: string;
  readonly #token: string;
  readonly #told: (status: number, body: string) => Error;

  /** `told` makes the error that an answer other than 2xx becomes. */
  constructor(url: string, token: string, told: (status: number, body: string) => Error) {
    this.#url = url;
    this.#token = token;
    this.#told = told;
  }

  get(path: string): Promise<unknown> {
    return this.#call(path, {});
  }

  remove(path: string): Promise<unknown> {
    return this.#call(path, { method: 'DELETE' });
  }

  putJson(path: string, body: unknown): Promise<unknown> {
    return this.#call(path, { method: 'PUT', ...json(body) });
  }

  async postJson(path: string, body: unknown): Promise<{ receivedBytes: number }> {
    return Received.parse(await this.#call(path, { method: 'POST', ...json(body) }));
  }

  async putBytes(path: string, bytes: Buffer): Promise<{ receivedBytes: number }> {
    const headers = { 'content-type': 'application/octet-stream' };
    return Received.parse(await this.#call(path, { method: 'PUT', headers, body: new Uint8Array(bytes) }));
  }

  async #call(path: string, init: RequestInit): Promise<unknown> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.#token}`);
    const response = await fetch(new URL(path, this.#url), { ...init, headers }).catch((error: unknown) => {
      throw this.#told(0, `${this.#url} cannot be reached: ${error instanceof Error ? String(error.cause) : ''}`);
    });
    const text = await response.text();
    if (!response.ok) throw this.#told(response.status, text);
    return JSON.parse(text);
  }
}

function json(body: unknown): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
