// Why a command of the tools ended without doing what it was asked: a code for programs, two sentences for the installer.
import type { Words } from '../ticket-printer/texts.ts';

export class ToolTrouble extends Error {
  override readonly name = 'ToolTrouble';
  readonly code: string;
  readonly words: Words;

  constructor(code: string, words: Words) {
    super(`${code}: ${words.en}`);
    this.code = code;
    this.words = words;
  }
}

/** A mistake on the command line. */
export function usageTrouble(zh: string, en: string): ToolTrouble {
  return new ToolTrouble('usage', { zh, en });
}
