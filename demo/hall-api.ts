// What the demo asks of its own hall server, as the administrator: the configuration, and credentials.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import type { CredentialRequest } from '@jiaohao/contracts/principal';
import { z } from 'zod';

const Issued = z.object({ token: z.string().min(1) });

export class HallApi {
  readonly #url: string;
  readonly adminToken: string;

  /** `url` without a slash at the end; `adminTokenFile` is there once the server listens. */
  constructor(url: string, adminTokenFile: string) {
    this.#url = url;
    this.adminToken = readFileSync(adminTokenFile, 'utf8').trim();
  }

  async config(): Promise<HallConfig> {
    return HallConfig.parse(await this.#ask('GET', '/api/v1/config'));
  }

  /** The hall has it from now on. */
  async configure(config: HallConfig): Promise<void> {
    const requestId = `demo-${randomBytes(12).toString('hex')}`;
    await this.#ask('POST', '/api/v1/commands', { requestId, type: 'configureHall', config });
  }

  /** A new token. */
  async issue(request: CredentialRequest): Promise<string> {
    return Issued.parse(await this.#ask('POST', '/api/v1/credentials', request)).token;
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.adminToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) throw new Error(`the hall server answered ${method} ${path} with ${response.status}`);
    return response.json();
  }
}
