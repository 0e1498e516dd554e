// A device on its line for the contract runs, and what hands do to it: a simulator's, or a person's.

export type Kind = 'idCardReader' | 'ticketPrinter' | 'evaluationPad' | 'callPad' | 'ledStrip' | 'documentScanner';

export interface Hands {
  readonly unplug: () => Promise<void>;
  /** Put back, and the device on its feet again. */
  readonly plugIn: () => Promise<void>;
  readonly layCard: () => Promise<void>;
  readonly liftCard: () => Promise<void>;
  readonly openCover: () => Promise<void>;
  readonly closeCover: () => Promise<void>;
  /** So many tickets in all have come out. */
  readonly expectTickets: (count: number) => Promise<void>;
  readonly rate: () => Promise<void>;
  readonly pressNext: () => Promise<void>;
  /** It stands on the strip or the pad. */
  readonly expectText: (text: string) => Promise<void>;
  readonly scan: () => Promise<void>;
}

export interface OpenSetUp {
  readonly config: {
    readonly model: string;
    readonly port: string;
    readonly options: Readonly<Record<string, unknown>>;
  };
  readonly hands: Hands;
  readonly close: () => Promise<unknown>;
}

export interface SetUp {
  readonly kind: Kind;
  readonly name: string;
  /** Its driver hears of a line that is lost: not over UDP, nor where pads dial in. */
  readonly hasPlug: boolean;
  /** A card read stays known to lie; a module triggered by text cannot tell (docs/protocols/id-card-reader.md). */
  readonly staysSelected: boolean;
  readonly open: () => Promise<OpenSetUp>;
}
