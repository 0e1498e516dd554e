// A print head and its paper: executes print commands one by one and remembers what is on the roll.
import type { PrintAlign } from '../contract.ts';
import type { PaperElement, PrintedRun } from './paper.ts';
import { CELL_HEIGHT_DOTS, LINE_SPACING_DOTS } from './paper-settings.ts';
import type { Token } from './paper-tokens.ts';

const ALIGNMENTS: Readonly<Record<number, PrintAlign>> = { 0: 'left', 1: 'centre', 2: 'right' };
const QR_LEVELS: Readonly<Record<number, 'L' | 'M' | 'Q' | 'H'>> = { 0x30: 'L', 0x31: 'M', 0x32: 'Q', 0x33: 'H' };

interface Head {
  isChinese: boolean;
  align: PrintAlign;
  bold: boolean;
  latin: { width: number; height: number };
  chinese: { width: number; height: number };
  chineseSpaceDots: number;
  lineSpacingDots: number;
  qr: { moduleDots: number; level: 'L' | 'M' | 'Q' | 'H'; data: string };
  barcode: { moduleDots: number; heightDots: number; hasText: boolean };
}

function freshHead(): Head {
  return {
    isChinese: false,
    align: 'left',
    bold: false,
    latin: { width: 1, height: 1 },
    chinese: { width: 1, height: 1 },
    chineseSpaceDots: 0,
    lineSpacingDots: LINE_SPACING_DOTS,
    qr: { moduleDots: 3, level: 'L', data: '' },
    barcode: { moduleDots: 3, heightDots: 162, hasText: false },
  };
}

export class PaperHead {
  /** What came out since the last cut. */
  elements: PaperElement[] = [];
  readonly #widthDots: number;
  #head = freshHead();
  #runs: PrintedRun[] = [];
  #usedDots = 0;

  constructor(widthDots: number) {
    this.#widthDots = widthDots;
  }

  get isChinese(): boolean {
    return this.#head.isChinese;
  }

  /** Power was lost: modes and the line not yet printed are gone, the paper stays as it is. */
  restart(): void {
    this.#head = freshHead();
    this.#runs = [];
    this.#usedDots = 0;
  }

  /** Executes one token; status and completion requests are not the paper's. */
  execute(token: Token): void {
    switch (token.type) {
      case 'character': {
        this.#character(token.text, token.isChinese);
        return;
      }
      case 'lineFeed': {
        this.#endLine();
        return;
      }
      case 'garbage':
        return void this.elements.push({ type: 'garbage', bytes: token.bytes });
      case 'command': {
        this.#command(token.name, token.data);
        return;
      }
    }
  }

  #character(text: string, isChinese: boolean): void {
    const { width, height } = isChinese ? this.#head.chinese : this.#head.latin;
    const dots = isChinese ? 24 * width + this.#head.chineseSpaceDots : 12 * width;
    if (this.#usedDots + dots > this.#widthDots) this.#endLine();
    this.#usedDots += dots;
    const last = this.#runs.at(-1);
    const { bold } = this.#head;
    if (last?.width === width && last.height === height && last.bold === bold) {
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + text };
    } else {
      this.#runs.push({ text, width, height, bold });
    }
  }

  #endLine(): void {
    const tallest = Math.max(0, ...this.#runs.map((run) => run.height * CELL_HEIGHT_DOTS));
    const advanceDots = Math.max(this.#head.lineSpacingDots, tallest);
    this.elements.push({ type: 'line', align: this.#head.align, runs: this.#runs, advanceDots });
    this.#runs = [];
    this.#usedDots = 0;
  }

  #command(name: string, data: Uint8Array): void {
    const head = this.#head;
    const [first = 0, second = 0] = data;
    switch (name) {
      case 'ESC @': {
        this.restart();
        return;
      }
      case 'FS &':
      case 'FS .':
        return void (head.isChinese = name === 'FS &');
      case 'FS S':
        return void (head.chineseSpaceDots = first + second);
      case 'FS !':
        return void (head.chinese = { width: first & 0x04 ? 2 : 1, height: first & 0x08 ? 2 : 1 });
      case 'GS !':
        head.latin = { width: (first >> 4) + 1, height: (first & 0x0f) + 1 };
        return void (head.chinese = head.latin);
      case 'ESC a': {
        this.#align(first);
        return;
      }
      case 'ESC E':
        return void (head.bold = (first & 1) === 1);
      case 'ESC 2':
        return void (head.lineSpacingDots = LINE_SPACING_DOTS);
      case 'ESC 3':
        return void (head.lineSpacingDots = first);
      case 'ESC d': {
        this.#feed(first * head.lineSpacingDots);
        return;
      }
      case 'ESC J': {
        this.#feed(first);
        return;
      }
      case 'ESC i':
      case 'ESC m': {
        this.#cut(name === 'ESC i' ? 'full' : 'partial');
        return;
      }
      case 'GS V': {
        this.#cut(first === 0 || first === 48 || first === 65 ? 'full' : 'partial');
        return;
      }
      case 'GS ( k': {
        this.#qr(data);
        return;
      }
      default: {
        this.#graphics(name, data);
        return;
      }
    }
  }

  #graphics(name: string, data: Uint8Array): void {
    const { barcode } = this.#head;
    const [first = 0] = data;
    switch (name) {
      case 'GS v': {
        this.#raster(data);
        return;
      }
      case 'FS p': {
        this.elements.push({ type: 'storedLogo', slot: first, align: this.#head.align });
        return;
      }
      case 'GS H':
        return void (barcode.hasText = (first & 0x0f) >= 2);
      case 'GS w':
        return void (barcode.moduleDots = first);
      case 'GS h':
        return void (barcode.heightDots = first);
      case 'GS k': {
        this.#barcode(data);
        return;
      }
      default:
        // Known in length, without a trace on this paper (code pages, margins, buzzer, presenter, other functions).
        return;
    }
  }

  /** At the left edge: printers differ in whether ESC a moves a raster. */
  #raster(data: Uint8Array): void {
    const [xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = data;
    const widthDots = (xLow + xHigh * 256) * 8;
    const heightDots = yLow + yHigh * 256;
    this.elements.push({ type: 'raster', widthDots, heightDots, bytes: data.slice(4) });
  }

  /** CODE 128 alone, in code set B as its first two characters say. */
  #barcode(data: Uint8Array): void {
    const [system, length = 0] = data;
    const text = new TextDecoder('latin1').decode(data.subarray(2, 2 + length));
    if (system !== 73 || !text.startsWith('{B')) {
      this.elements.push({ type: 'garbage', bytes: [...data] });
      return;
    }
    const { align } = this.#head;
    this.elements.push({ type: 'barcode', data: text.slice(2).replaceAll('{{', '{'), ...this.#head.barcode, align });
  }

  /** Only at the beginning of a line; in the middle of one a real printer ignores it. */
  #align(code: number): void {
    const align = ALIGNMENTS[code & 0x0f];
    if (align !== undefined && this.#runs.length === 0) this.#head.align = align;
  }

  #feed(dots: number): void {
    if (this.#runs.length > 0) this.#endLine();
    this.elements.push({ type: 'feed', dots });
  }

  #cut(mode: 'full' | 'partial'): void {
    if (this.#runs.length > 0) this.#endLine();
    this.elements.push({ type: 'cut', mode });
  }

  #qr(data: Uint8Array): void {
    const [kind, fn, value = 0] = data;
    const { qr } = this.#head;
    if (kind !== 0x31) return;
    if (fn === 0x43) qr.moduleDots = value;
    if (fn === 0x45) qr.level = QR_LEVELS[value] ?? 'L';
    if (fn === 0x50) qr.data = new TextDecoder().decode(data.subarray(3));
    if (fn === 0x51 && qr.data !== '') this.elements.push({ type: 'qr', ...qr, align: this.#head.align });
  }
}
