// What every ID-card reader offers: one event per card laid, whatever the model.
import type { DeviceStatus } from '../device-status.ts';
import type { TimedStep } from '../timed-step.ts';

export type IdCardKind = 'resident' | 'hkMacaoTaiwan' | 'foreigner2017' | 'foreigner2023';

/** Where the number does not agree with its own check character or with the card's other fields. For a person to look at. */
export type IdCardDoubt = 'checkCharacter' | 'birth' | 'sex';

/** What a queue may need of a card. Address, photo and nation are read past, never handed on (docs/protocols/id-card-reader.md). */
export interface IdCard {
  readonly kind: IdCardKind;
  /** Number as printed on the card, upper case. Residents: 18 digits, the last may be X. */
  readonly idNumber: string;
  readonly name: string;
  /** YYYY-MM-DD; null where the card has none that can be read. */
  readonly birth: string | null;
  /** YYYY-MM-DD, 'longTerm' (长期), or null. */
  readonly validTo: string | null;
  /** Never a reason to refuse the card. */
  readonly doubts?: readonly IdCardDoubt[];
}

export type CardReadTrouble =
  /** Lift the card and lay it again: authentication, read or length errors, card lifted too early. */
  | 'layAgain'
  /** A card this reader does not know. */
  | 'unsupportedCard';

export type IdCardReaderEvent =
  | { readonly type: 'cardRead'; readonly card: IdCard }
  | { readonly type: 'cardTrouble'; readonly trouble: CardReadTrouble }
  | { readonly type: 'cardLifted' }
  | { readonly type: 'status'; readonly status: DeviceStatus };

/** For the self-test: nothing here is of a card. */
export interface ReaderHealth {
  /** Number of the security module; null until it was read, or where the reader tells none. */
  readonly samId: string | null;
  /** The newest time of each command. */
  readonly steps: readonly TimedStep[];
}

export interface IdCardReader {
  readonly status: DeviceStatus;
  readonly health: ReaderHealth;
  /** Begins to poll; takes the port up again whenever it returns. Never rejects: trouble comes as a status event. */
  start(): void;
  stop(): Promise<void>;
  onEvent(listener: (event: IdCardReaderEvent) => void): () => void;
}
