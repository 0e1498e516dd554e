// Why no card can be read now, as the applicant is told it.
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { DeviceHealth, KioskUpdate } from '../wire/page.ts';
import { texts } from './texts.ts';

/** Passports and other papers can be scanned here now. */
export function canScan(update: KioskUpdate | null): boolean {
  return update?.scanner.state === 'ready';
}

/** Null while the reader is ready. */
export function readerWords(reader: DeviceHealth | null): Bilingual | null {
  switch (reader?.state) {
    case 'ready':
      return null;
    case 'fault':
      return texts.reader.fault;
    case 'absent':
      return texts.reader.absent;
    case 'starting':
    case undefined:
      return texts.reader.starting;
  }
}
