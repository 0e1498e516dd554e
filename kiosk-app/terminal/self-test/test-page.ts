// What the self-test prints: shows at a glance whether width, character set, drawing and cutter are right. No ticket.
import type { PrintLine } from '../../wire/devices.ts';
import { SELF_TEST_TEXTS as TEXTS } from '../texts.ts';

export function testPage(terminalId: string, timeText: string): PrintLine[] {
  return [
    { type: 'text', text: TEXTS.title, align: 'centre', width: 2, height: 2, bold: true },
    { type: 'text', text: TEXTS.noTicket, align: 'centre' },
    { type: 'rule' },
    { type: 'pair', label: TEXTS.terminal, value: terminalId },
    { type: 'pair', label: TEXTS.time, value: timeText },
    { type: 'rule' },
    { type: 'text', text: TEXTS.characters },
    { type: 'text', text: TEXTS.rareCharacters },
    { type: 'spacer', dots: 16 },
    { type: 'qr', data: 'JIAOHAO SELF-TEST', align: 'centre' },
  ];
}
