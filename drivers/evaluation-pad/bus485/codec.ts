// What an evaluation pad on the 485 bus is told and tells (docs/protocols/evaluation-pad.md, "Evaluation").
import { type BusFrame, EVALUATION_FUNCTION, RESULT_FUNCTION } from '../../bus-485/codec.ts';

const START_EVALUATION = 0x0b;

/** The pad lights its keys and waits for one. */
export function startEvaluation(address: number): BusFrame {
  return { address, func: EVALUATION_FUNCTION, data: [START_EVALUATION] };
}

/** The value of the key in an evaluation result; null for every other frame. */
export function resultValueOf(frame: BusFrame): number | null {
  return frame.func === RESULT_FUNCTION ? (frame.data[0] ?? null) : null;
}
