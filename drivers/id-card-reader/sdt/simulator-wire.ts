// The simulated reader's own byte tables: finds requests in what arrives and builds replies. Shares nothing with codec.ts.

export type SimulatedRequest =
  | { readonly type: 'command'; readonly name: string }
  /** A frame whose checksum or length is wrong: a real module answers it with 10 or 11. */
  | { readonly type: 'damaged'; readonly sw3: number };

/** Takes bytes as they come; hands out each request once. Commands are named by their two bytes, as in `2001`. */
export class RequestReader {
  #hex = '';

  take(bytes: Uint8Array): SimulatedRequest[] {
    this.#hex += Buffer.from(bytes).toString('hex');
    const requests: SimulatedRequest[] = [];
    for (;;) {
      const at = preambleAt(this.#hex);
      if (at < 0) break;
      const length = Number.parseInt(this.#hex.slice(at + 10, at + 14), 16);
      const endAt = at + 14 + 2 * length;
      if (!(endAt <= this.#hex.length)) break;
      requests.push(judge(this.#hex.slice(at + 10, endAt)));
      this.#hex = this.#hex.slice(endAt);
    }
    this.#hex = this.#hex.slice(-200);
    return requests;
  }
}

function preambleAt(hex: string): number {
  const at = hex.indexOf('aaaaaa9669');
  return at % 2 === 1 ? at - 1 : at;
}

/** `body` is length, command, data and checksum, in hex. */
function judge(body: string): SimulatedRequest {
  const bytes = Buffer.from(body, 'hex');
  if (bytes.length < 5) return { type: 'damaged', sw3: 0x11 };
  if (bytes.reduce((sum, byte) => sum ^ byte, 0) !== 0) return { type: 'damaged', sw3: 0x10 };
  return { type: 'command', name: body.slice(4, 8) };
}

export interface SimulatedReply {
  readonly sw3: number;
  readonly data: readonly number[];
}

export function replyBytes(reply: SimulatedReply, sw1sw2: readonly [number, number]): number[] {
  const length = 3 + reply.data.length + 1;
  const body = [length >> 8, length % 256, ...sw1sw2, reply.sw3, ...reply.data];
  return [0xaa, 0xaa, 0xaa, 0x96, 0x69, ...body, body.reduce((sum, byte) => sum ^ byte, 0)];
}
