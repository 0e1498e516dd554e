// Which port each program of the demo listens on: the same at every start where it is free, so that open pages come back.
import { createServer } from 'node:net';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from './private-file.ts';

const PortTable = z.record(z.string(), z.int().min(1).max(65_535));

export class KeptPorts {
  readonly #file: string;
  readonly #ports: Record<string, number>;

  constructor(file: string) {
    this.#file = file;
    this.#ports = { ...readPrivateJson(file, PortTable) };
  }

  /** The port kept for `name`, else the first free one from `usual` upwards; it is kept from now on. */
  async take(name: string, usual: number): Promise<number> {
    const kept = this.#ports[name];
    const port = kept !== undefined && (await isFree(kept)) ? kept : await this.#firstFree(name, usual);
    this.#ports[name] = port;
    writePrivateJson(this.#file, this.#ports);
    return port;
  }

  async #firstFree(name: string, usual: number): Promise<number> {
    const others = Object.entries(this.#ports).flatMap(([other, port]) => (other === name ? [] : [port]));
    for (let port = usual; port < usual + TRIES; port += 1) {
      if (!others.includes(port) && (await isFree(port))) return port;
    }
    return anyFree();
  }
}

const TRIES = 50;

/** On 127.0.0.1, now. */
export async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== null;
}

async function anyFree(): Promise<number> {
  const port = await listenOnce(0);
  if (port === null) throw new Error('this computer has no free port');
  return port;
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
