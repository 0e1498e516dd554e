// Counts the paper that went out since the roll was changed, and how often its end came near. An estimate: the sensor decides, not the count.
import { readKeptFile, writeKeptFile } from '../../kept-file.ts';
import type { PaperLeft } from '../contract.ts';
import { DOTS_PER_MM } from './paper-settings.ts';
import type { PrinterFlags } from './status.ts';

export interface PaperCountSettings {
  /** Length of a new roll; 0: no estimate of what is left. */
  readonly rollMm: number;
  /** Empty: the count begins anew with each start. */
  readonly paperFile: string;
}

interface Counted {
  readonly printedDots: number;
  /** Counted from a new roll on; otherwise what was used before is not known. */
  readonly isWholeRoll: boolean;
  readonly rollChangedAt: number | null;
  readonly nearEndCount: number;
}

const NOTHING: Counted = { printedDots: 0, isWholeRoll: false, rollChangedAt: null, nearEndCount: 0 };

export class PaperCount {
  readonly #settings: PaperCountSettings;
  readonly #now: () => number;
  #counted: Counted;
  #isNearEnd: boolean | null = null;
  #isOut: boolean | null = null;
  #canKeep = true;

  constructor(settings: PaperCountSettings, now = Date.now) {
    this.#settings = settings;
    this.#now = now;
    this.#counted = settings.paperFile === '' ? NOTHING : readCounted(settings.paperFile);
  }

  /** The file of the count cannot be written: it will begin anew at the next start. */
  get canKeep(): boolean {
    return this.#canKeep;
  }

  get left(): PaperLeft {
    const { printedDots, isWholeRoll, rollChangedAt, nearEndCount } = this.#counted;
    const { rollMm } = this.#settings;
    const printedMm = Math.round(printedDots / DOTS_PER_MM);
    return {
      printedMm,
      leftMm: isWholeRoll && rollMm > 0 ? Math.max(0, rollMm - printedMm) : null,
      rollChangedAt,
      nearEndCount,
      isNearEnd: this.#isNearEnd === true,
    };
  }

  printed(dots: number): void {
    this.#keep({ ...this.#counted, printedDots: this.#counted.printedDots + dots });
  }

  /** Somebody put in a new roll and says so; also told by the sensors. */
  rollChanged(): void {
    this.#keep({ ...this.#counted, printedDots: 0, isWholeRoll: true, rollChangedAt: this.#now() });
  }

  /** A look at the printer. Paper again behind its end, or an end no longer near, is a new roll; an open cover alone proves nothing. */
  seen({ paperNearEnd, paperEnd, stoppedByPaperEnd, coverOpen }: PrinterFlags): void {
    const isOut = paperEnd || stoppedByPaperEnd;
    // Without its cover a printer's sensors see no paper, or none near its end.
    if (coverOpen) return;
    const hasNewRoll = !isOut && !paperNearEnd && (this.#isOut === true || this.#isNearEnd === true);
    if (hasNewRoll) this.rollChanged();
    if (paperNearEnd && this.#isNearEnd === false) {
      this.#keep({ ...this.#counted, nearEndCount: this.#counted.nearEndCount + 1 });
    }
    if (!isOut) this.#isNearEnd = paperNearEnd;
    this.#isOut = isOut;
  }

  #keep(counted: Counted): void {
    this.#counted = counted;
    const { paperFile } = this.#settings;
    if (paperFile === '') return;
    this.#canKeep = writeKeptFile(paperFile, counted);
  }
}

/** A file that is not there yet, or not ours, is a roll of unknown use. */
function readCounted(file: string): Counted {
  const value = readKeptFile(file);
  return isCounted(value) ? value : NOTHING;
}

function isCounted(value: unknown): value is Counted {
  if (typeof value !== 'object' || value === null) return false;
  const { printedDots, isWholeRoll, rollChangedAt, nearEndCount } = value as Record<keyof Counted, unknown>;
  const isCount = (one: unknown): boolean => typeof one === 'number' && Number.isFinite(one) && one >= 0;
  return (
    isCount(printedDots) &&
    typeof isWholeRoll === 'boolean' &&
    (rollChangedAt === null || isCount(rollChangedAt)) &&
    isCount(nearEndCount)
  );
}
