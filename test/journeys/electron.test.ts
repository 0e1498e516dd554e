// The Electron host from card to ticket: the built main process, preloads and pages, by touch, over real serial paths.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startHall, type HallProgram } from './hall-program.ts';
import { startShellKiosk, tapButton, type ShellKiosk } from './support/electron-kiosk.ts';
import { PERSON } from './support/person.ts';

const PATIENCE = { timeout: 30_000, interval: 50 };
/** Longer than the 600 ms in which a second tap does not count. */
const EFFECT_MS = 1_500;

let hall: HallProgram;
let kiosk: ShellKiosk;

beforeAll(async () => {
  hall = await startHall();
  kiosk = await startShellKiosk({ hall, terminalId: 'kiosk-1' });
});
afterAll(async () => {
  await kiosk.stop();
  await hall.remove();
});

const glass = () => kiosk.driver.page('kiosk');
const until = (check: () => void | Promise<void>) => vi.waitFor(check, PATIENCE);
const isShown = async (text: string) => (await (await glass()).getByText(text).count()) > 0;
const shows = (text: string) => until(async () => expect(await isShown(text)).toBe(true));

async function touch(button: string, effect: string): Promise<void> {
  await until(async () => {
    if (await isShown(effect)) return;
    const page = await glass();
    await tapButton(page, button, EFFECT_MS);
    await page.getByText(effect).first().waitFor({ timeout: EFFECT_MS });
  });
}

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
