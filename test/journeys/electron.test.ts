// The Electron host from card to ticket: the built main process, preloads and pages, by touch, over real serial paths.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHall, type HallProgram } from './hall-program.ts';
import { startShellKiosk, type ShellKiosk } from './support/electron-kiosk.ts';
import { PERSON } from './support/person.ts';
import { glassOf } from './support/shell-glass.ts';

let hall: HallProgram;
let kiosk: ShellKiosk;
const { until, shows, touch } = glassOf(() => kiosk);

beforeAll(async () => {
  hall = await startHall();
  kiosk = await startShellKiosk({ hall, terminalId: 'kiosk-1' });
});
afterAll(async () => {
  await kiosk.stop();
  await hall.remove();
});

const paper = (ticket = -1) => JSON.stringify(kiosk.printer.tickets.at(ticket)?.elements);

describe('from card to ticket', () => {
  it('a card laid on the reader brings a printed ticket, and the number on the glass', async () => {
    await shows('一键取号');
    kiosk.reader.lay(PERSON);
    await shows('M001');
    await until(() => expect(kiosk.printer.tickets).toHaveLength(1));
    expect(paper()).toContain('M001');
    expect(paper()).not.toContain('欧阳');
    await until(async () => {
      expect((await hall.events()).some((event) => event['type'] === 'TicketPrinted')).toBe(true);
    });
    kiosk.reader.lift();
  });

  it('without a card by touch', async () => {
    await touch('完成', '您好，请取号');
    await touch('选择业务取号', '请选择您要办理的业务');
    await touch('社会保险', '正在等待身份证');
    await touch('如未带身份证', 'A001');
    await until(() => expect(kiosk.printer.tickets).toHaveLength(2));
    await touch('完成', '您好，请取号');
  });
});
