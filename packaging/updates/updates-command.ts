// The administrator's command for updates of the terminals: put a package in, say who gets it, see how far it is.
import { existsSync, openSync, readFileSync, readSync, closeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SignedManifest, UpdateManifest } from '@jiaohao/contracts/updates';
import { HallApi } from './hall-api.ts';

const USAGE = `jiaohao-updates --hall ADDRESS --token-file FILE COMMAND
  list                                          packages, who has which version, who gave one back
  put PACKAGE.tar.gz                            with PACKAGE.tar.gz.manifest.json beside it
  roll-out VERSION [--terminals a,b] [--zones a,b] [--percent N]     who gets it; replaces what was said before
  stop VERSION                                  nobody else gets it
  remove PLATFORM VERSION
`;
const PIECE_BYTES = 2 * 1024 * 1024;

class Mistake extends Error {
  override readonly name = 'Mistake';
}

try {
  process.stdout.write(`${JSON.stringify(await run(), null, 2)}\n`);
} catch (error) {
  if (!(error instanceof Mistake || (error instanceof Error && 'code' in error))) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function run(): Promise<unknown> {
  const { values, positionals } = parsed();
  const [command, ...rest] = positionals;
  if (values['token-file'] === undefined || command === undefined) throw new Mistake(USAGE);
  const api = new HallApi(values.hall, readFileSync(values['token-file'], 'utf8').trim(), told);
  switch (command) {
    case 'list':
      return api.get('/api/v1/updates');
    case 'put':
      return put(api, needed(rest[0]));
    case 'roll-out':
      return api.putJson(`/api/v1/updates/rollouts/${needed(rest[0])}`, {
        terminals: listed(values.terminals),
        zones: listed(values.zones),
        percent: Number(values.percent),
      });
    case 'stop':
      return api.putJson(`/api/v1/updates/rollouts/${needed(rest[0])}`, {});
    case 'remove':
      return api.remove(`/api/v1/updates/packages/${needed(rest[0])}/${needed(rest[1])}`);
    default:
      throw new Mistake(USAGE);
  }
}

function parsed() {
  try {
    return parseArgs({
      options: {
        hall: { type: 'string', default: 'http://127.0.0.1:8080' },
        'token-file': { type: 'string' },
        terminals: { type: 'string' },
        zones: { type: 'string' },
        percent: { type: 'string', default: '0' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Mistake(`${error instanceof Error ? error.message : ''}\n${USAGE}`, { cause: error });
  }
}

function needed(argument: string | undefined): string {
  if (argument === undefined) throw new Mistake(USAGE);
  return argument;
}

function listed(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(',').filter((part) => part !== '');
}

/** The answer's own sentences, Chinese and English. */
function told(status: number, body: string): Error {
  return new Mistake(`${status}: ${body}`);
}

/** In pieces; one that was cut off goes on where it was. */
async function put(api: HallApi, file: string): Promise<unknown> {
  if (!existsSync(`${file}.manifest.json`)) throw new Mistake(`${file}.manifest.json is missing: the signed manifest`);
  const signed = SignedManifest.parse(JSON.parse(readFileSync(`${file}.manifest.json`, 'utf8')));
  const { platform, version, sizeBytes } = UpdateManifest.parse(JSON.parse(signed.manifest));
  let { receivedBytes } = await api.postJson('/api/v1/updates/packages', signed);
  const handle = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(PIECE_BYTES);
    while (receivedBytes < sizeBytes) {
      const length = readSync(handle, piece, 0, PIECE_BYTES, receivedBytes);
      if (length === 0) throw new Mistake(`${file} is shorter than its manifest says`);
      const path = `/api/v1/updates/packages/${platform}/${version}?offset=${receivedBytes}`;
      receivedBytes = (await api.putBytes(path, piece.subarray(0, length))).receivedBytes;
    }
  } finally {
    closeSync(handle);
  }
  return { platform, version, receivedBytes };
}
