// The command lines of the tools, checked: what is missing, unknown or out of range is named.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readerPort } from '../id-card-reader/reader-port.ts';
import type { Port } from '../port/port.ts';
import { DeviceError } from '../device-error.ts';
import { portNameTrouble } from './port-name.ts';
import { usageTrouble } from './tool-trouble.ts';

export type OptionTable = NonNullable<ParseArgsConfig['options']>;
type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export class Arguments {
  readonly words: readonly string[];
  readonly #values: OptionValues;

  /** Throws ToolTrouble `usage` for an option that is not in the table or lacks its value. */
  constructor(args: readonly string[], options: OptionTable) {
    try {
      const parsed = parseArgs({ args: [...args], options, allowPositionals: true });
      this.words = parsed.positionals;
      this.#values = parsed.values;
    } catch (error) {
      // What parseArgs throws for an option that it does not know, or one without its value.
      if (!(error instanceof TypeError)) throw error;
      throw usageTrouble(`命令行有误：${error.message}`, `The command line is not right: ${error.message}`);
    }
  }

  has(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  texts(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  }

  needed(name: string): string {
    const value = this.text(name);
    if (value !== undefined && value !== '') return value;
    throw usageTrouble(`缺少 --${name}`, `--${name} is missing`);
  }

  /** A whole number within the range, both ends included; undefined where the option is not there. */
  number(name: string, least: number, most: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
    throw usageTrouble(
      `--${name} 应为 ${least} 到 ${most} 的整数`,
      `--${name} must be a whole number from ${least} to ${most}`,
    );
  }
}

/** Everything that any device may be on, a reader's native USB and HID too. Throws ToolTrouble `portName` for a port text that cannot be understood, `usage` for a setting. */
export function portOf(spec: string, baudRate: number, options: Readonly<Record<string, unknown>> = {}): Port {
  try {
    return readerPort(spec, { baudRate, ...options });
  } catch (error) {
    if (error instanceof RangeError) throw usageTrouble(`设置有误：${error.message}`, error.message);
    if (!(error instanceof DeviceError)) throw error;
    throw portNameTrouble(spec) ?? usageTrouble(`设置有误：${error.message}`, error.message);
  }
}
