// The document scanner as a running device: papers become whose they are, codes and unreadable scans become words for the page.
import {
  openDocumentScanner,
  openKeyboardScanner,
  type DeviceStatus,
  type DocumentScanner,
  type KeyboardScanner,
  type Scanned,
} from '@jiaohao/drivers';
import type { DevicesNotice, DeviceSetting, DocumentRead } from '../wire/devices.ts';
import { lookAtLine, maskedRead, type LastHeard } from './look.ts';
import type { RunningDevice } from './open-device.ts';
import { scannedBirth } from './scanned-birth.ts';

/** Started, its first status told. Throws as openDevice. */
export function documentScanner(setting: DeviceSetting, tell: (notice: DevicesNotice) => void): RunningDevice {
  const keyboard = setting.model === 'wedge' ? openKeyboardScanner(setting) : null;
  const scanner: DocumentScanner | KeyboardScanner = keyboard ?? openDocumentScanner(setting);
  let isUnderTest = false;
  let scanned: LastHeard | null = null;
  const tellStatus = (status: DeviceStatus): void => tell({ type: 'status', kind: 'documentScanner', status });
  scanner.onEvent((event) => {
    if (event.type === 'status') {
      tellStatus(event.status);
      return;
    }
    scanned = { at: performance.now() };
    tell(noticeOf(event.scanned, isUnderTest));
  });
  keyboard?.onTyped((keys) => tell({ type: 'keysTyped', keys: [...keys] }));
  scanner.start();
  tellStatus(scanner.status);
  return {
    start: () => scanner.start(),
    look: () => lookAtLine('documentScanner', scanner.status, scanned),
    carryOut: (order) => {
      if (order.type === 'selfTest') isUnderTest = order.isOn;
      if (order.type === 'scannerKey') keyboard?.key({ key: order.key, atMs: order.atMs });
    },
    stop: () => scanner.stop(),
  };
}

function noticeOf(scanned: Scanned, isUnderTest: boolean): DevicesNotice {
  switch (scanned.kind) {
    case 'document': {
      const document = documentOf(scanned);
      if (!isUnderTest) return { type: 'documentRead', document };
      return { type: 'selfTestCard', card: maskedRead({ idNumber: document.number, name: document.name }, []) };
    }
    case 'code':
      return { type: isUnderTest ? 'selfTestCardTrouble' : 'scanTrouble', trouble: 'noDocument' };
    case 'unreadable':
      return { type: isUnderTest ? 'selfTestCardTrouble' : 'scanTrouble', trouble: 'scanAgain' };
  }
}

function documentOf(scanned: Extract<Scanned, { kind: 'document' }>): DocumentRead {
  const { format, documentNumber, issuer, name, birthDigits } = scanned;
  return {
    documentKind: format === 'TD3' ? 'passport' : 'travelDocument',
    issuer,
    number: documentNumber.replaceAll(' ', ''),
    name,
    birth: birthDigits === null ? null : scannedBirth(birthDigits, Date.now()),
  };
}
