// The handshake: the version first, so that an old page learns to reload even with an old token; then the token.
import { PROTOCOL_VERSION, SocketAuth } from '@jiaohao/contracts/socket';
import type { ConnectRefusal } from '@jiaohao/contracts/socket';
import type { Principal } from '@jiaohao/contracts/principal';
import type { Hall } from '../hall-door.ts';
import { principalOf } from './tokens.ts';

export type Admission =
  { readonly ok: true; readonly who: Principal } | { readonly ok: false; readonly refusal: ConnectRefusal };

export function admit(hall: Hall, handshakeAuth: unknown): Admission {
  const auth = SocketAuth.safeParse(handshakeAuth);
  if (!auth.success) return { ok: false, refusal: { code: 'unauthorised' } };
  if (auth.data.protocolVersion !== PROTOCOL_VERSION) return { ok: false, refusal: { code: 'protocolMismatch' } };
  // The link of a ticket is good here alone: no HTTP route looks at it.
  const who = principalOf(hall, auth.data.token) ?? hall.applicantOf(auth.data.token);
  return who === null ? { ok: false, refusal: { code: 'unauthorised' } } : { ok: true, who };
}

/** How socket.io carries a refusal to the client: an error whose `data` arrives with the connect_error. */
export function connectError(refusal: ConnectRefusal): Error & { data: ConnectRefusal } {
  return Object.assign(new Error(refusal.code), { data: refusal });
}
