// `npm run devices -- status --model scanner`: what a scanner on a line sends when something is held under it; codes by their length, papers masked.
import { setTimeout as delay } from 'node:timers/promises';
import type { DeviceStatus } from '../device-status.ts';
import type { Scanned } from '../document-scanner/contract.ts';
import { openDocumentScanner } from '../document-scanner/open-document-scanner.ts';
import type { Words } from '../ticket-printer/texts.ts';
import { driverOf } from './driver-status.ts';
import type { DeviceLook } from './look-at-device.ts';
import { maskedIdNumber, maskedName } from './masked-card.ts';
import { openLine } from './open-line.ts';
import { closedPortWords, SCANNER_WORDS, TOOL_WORDS } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';

const BAUD_RATE = 9600;
const MOST_REMARKS = 50;

/** Listens for so long. Rejects with ToolTrouble. */
export async function listenToScanner(spec: string, given: number | undefined, seconds: number): Promise<DeviceLook> {
  const baudRate = given ?? BAUD_RATE;
  const scanner = driverOf(spec, () => openDocumentScanner({ model: 'serial', port: spec, options: { baudRate } }));
  // Why it does not open is told in words here; the driver would wait for it.
  await (await openLine(spec, baudRate)).close();
  const heard: (Words & { readonly code: string })[] = [];
  let status: DeviceStatus = scanner.status;
  scanner.onEvent((event) => {
    if (event.type === 'status') status = event.status;
    else if (heard.length < MOST_REMARKS) heard.push({ code: event.scanned.kind, ...wordsOf(event.scanned) });
  });
  scanner.start();
  await delay(seconds * 1000);
  await scanner.stop();
  if (status.state === 'fault') throw new ToolTrouble('portLost', closedPortWords(spec, TOOL_WORDS.portLost));
  const remarks = heard.length > 0 ? heard : [{ code: 'noScan', ...SCANNER_WORDS.nothing(seconds) }];
  return {
    model: 'scanner',
    port: spec,
    state: heard.length > 0 ? 'ready' : 'lineOpen',
    remarks,
    samId: null,
    steps: [],
  };
}

function wordsOf(scanned: Scanned): Words {
  switch (scanned.kind) {
    case 'code':
      return SCANNER_WORDS.code(scanned.text.length);
    case 'document': {
      const { format, issuer, name, documentNumber } = scanned;
      return SCANNER_WORDS.document(`${format} ${issuer} ${maskedName(name)} ${maskedIdNumber(documentNumber)}`);
    }
    case 'unreadable':
      return SCANNER_WORDS.unreadable(scanned.reason);
  }
}
