// What a language of the shell's own pages (staff, first start) is: one file in languages/ with every text, and nothing else.

export interface ShellLanguage {
  /** BCP 47, for `lang`. */
  readonly tag: string;
  readonly staff: {
    readonly window: string;
    readonly title: string;
    readonly erase: string;
    readonly stay: string;
    readonly leave: string;
    readonly selfTest: string;
    readonly wrongPin: string;
    readonly blocked: (seconds: number) => string;
    readonly noPin: string;
    readonly sandboxOff: string;
    readonly failed: string;
  };
  /** What of the first-start page is not the form's own. */
  readonly setUp: {
    readonly window: string;
    readonly keys: string;
    readonly shift: string;
    readonly erase: string;
    readonly next: string;
    readonly close: string;
    readonly checking: string;
    readonly failed: string;
  };
}
