// What the core says to the technician; pino fits it. Never a card, a name, an ID number or a rating's value.

export interface Log {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}
