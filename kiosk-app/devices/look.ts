// How a running device is now, in words, with what identifies and counts it: for the self-test. Nothing of a card but its masked form.
import {
  maskedIdNumber,
  maskedName,
  statusRemarks,
  type DeviceStatus,
  type IdCardReader,
  type TicketPrinter,
  type TimedStep,
} from '@jiaohao/drivers';
import type { DeviceSetting } from '../wire/devices.ts';
import type { MaskedCard, SelfTestDevice, SelfTestFact } from '../wire/self-test.ts';
import { FACT_VALUES, FACT_WORDS } from './texts.ts';

export type DeviceLook = Pick<SelfTestDevice, 'remarks' | 'facts' | 'steps'>;

const CARD_STEPS: ReadonlySet<string> = new Set(['findCard', 'selectCard', 'readCard', 'trigger']);

export function lookAtReader(reader: IdCardReader): DeviceLook {
  const { samId, steps } = reader.health;
  const facts = samId === null ? [] : [{ ...FACT_WORDS.samId, value: samId }];
  return { remarks: statusRemarks('idCardReader', reader.status), facts, steps: [...steps] };
}

export function lookAtPrinter(printer: TicketPrinter): DeviceLook {
  const { remarks, paper } = printer.health;
  const facts: SelfTestFact[] = [{ ...FACT_WORDS.printed, value: FACT_VALUES.metres(paper.printedMm) }];
  if (paper.leftMm !== null) facts.push({ ...FACT_WORDS.paperLeft, value: FACT_VALUES.metres(paper.leftMm) });
  return { remarks: statusRemarks('ticketPrinter', printer.status, remarks), facts, steps: [] };
}

/** What came last from a device that only speaks when somebody does something at it. */
export interface LastHeard {
  /** Monotonic ms. */
  readonly at: number;
  /** What it was, where it may be told. */
  readonly what?: string;
}

/** `heard`: null before the first, undefined for what is never heard unasked. */
export function lookAtLine(
  kind: DeviceSetting['kind'],
  status: DeviceStatus,
  heard: LastHeard | null | undefined,
): DeviceLook {
  const remarks = statusRemarks(kind, status);
  if (heard === undefined) return { remarks, facts: [], steps: [] };
  const words = kind === 'documentScanner' ? FACT_WORDS.lastScan : FACT_WORDS.lastKey;
  return { remarks, facts: [{ ...words, value: heardWords(heard) }], steps: [] };
}

function heardWords(heard: LastHeard | null): string {
  if (heard === null) return FACT_VALUES.never;
  const ago = FACT_VALUES.ago(Math.round((performance.now() - heard.at) / 1000));
  return heard.what === undefined ? ago : `${heard.what} · ${ago}`;
}

/** Who it was cannot be told from it. */
export function maskedRead(
  { name, idNumber }: { readonly name: string; readonly idNumber: string },
  steps: readonly TimedStep[],
): MaskedCard {
  return {
    name: maskedName(name),
    idNumber: maskedIdNumber(idNumber),
    steps: steps.filter(({ step }) => CARD_STEPS.has(step)),
  };
}
