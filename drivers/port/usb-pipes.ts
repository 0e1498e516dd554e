// Which endpoints of a USB interface carry the frames. Pure: no device is the same, so they are discovered, never assumed
// (docs/protocols/id-card-reader.md, "Native USB").

export interface UsbEndpoint {
  /** Without the direction bit: endpoint 81 is number 1, in. */
  readonly number: number;
  readonly direction: 'in' | 'out';
  readonly type: 'bulk' | 'interrupt' | 'isochronous';
  readonly packetBytes: number;
}

export const PIPE_MODES = ['auto', 'single', 'split'] as const;
/** `split`: head and body of a frame on two pipes; `auto`: split where the device has two pipes each way. */
export type PipeMode = (typeof PIPE_MODES)[number];

/** One pipe each way, or two: the head's first. */
export interface UsbPipes {
  readonly in: readonly UsbEndpoint[];
  readonly out: readonly UsbEndpoint[];
}

/** Null when the device has not what the mode needs. Bulk before interrupt, then by number. */
export function choosePipes(endpoints: readonly UsbEndpoint[], mode: PipeMode): UsbPipes | null {
  const ins = inOrder(endpoints, 'in');
  const outs = inOrder(endpoints, 'out');
  const hasTwo = ins.length >= 2 && outs.length >= 2;
  if (mode === 'split' && !hasTwo) return null;
  const count = mode === 'split' || (mode === 'auto' && hasTwo) ? 2 : 1;
  const pipes = { in: ins.slice(0, count), out: outs.slice(0, count) };
  return pipes.in.length === 0 || pipes.out.length === 0 ? null : pipes;
}

function inOrder(endpoints: readonly UsbEndpoint[], direction: 'in' | 'out'): UsbEndpoint[] {
  const ofDirection = endpoints.filter((endpoint) => endpoint.direction === direction);
  const bulk = ofDirection.filter(({ type }) => type === 'bulk');
  const usable = bulk.length > 0 ? bulk : ofDirection.filter(({ type }) => type === 'interrupt');
  return usable.sort((one, other) => one.number - other.number);
}
