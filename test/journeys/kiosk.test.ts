// The kiosk in Chromium on real lines: the touches that a number costs, and everything that people, cables and processes do to it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { KIOSK, startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { startHall } from './hall-program.ts';
import type { HallProgram } from './hall-program.ts';
import { startKiosk } from './simulated-kiosk.ts';
import type { SimulatedKiosk } from './simulated-kiosk.ts';

const PATIENCE = { timeout: 20_000, interval: 50 };
/** Longer than the 600 ms in which a second tap does not count. */
const EFFECT_MS = 5_000;
const TAP_APART_MS = 650;

/** Invented people; their region code does not exist, their check characters are right. */
const person = (idNumber: string, name: string) => ({
  kind: 'resident' as const,
  name,
  sexCode: '1',
  nationCode: '01',
  birth: idNumber.slice(6, 14),
  address: '演示地址不得出现',
  idNumber,
  authority: '演示机关',
  validFrom: '20200101',
  validTo: '长期',
});
const PEOPLE = [
  person('990100198501010014', '演示子丑'),
  person('990100198601010011', '演示寅卯'),
  person('990100198701010019', '演示辰巳'),
  person('990100198801010016', '演示午未'),
  person('990100198901010013', '演示申酉'),
] as const;
const [FIRST, SECOND, THIRD, FOURTH, FIFTH] = PEOPLE;

let hall: HallProgram;
let screens: Screens;
let kiosk: SimulatedKiosk;
let page: Page;

beforeAll(async () => {
  hall = await startHall();
  screens = await startScreens();
  kiosk = await startKiosk(hall, 'kiosk-1');
  page = await screens.open(kiosk.page, KIOSK, (opened) =>
    opened.addInitScript(() => {
      window.addEventListener('pointerdown', () => performance.mark('touched'), true);
    }),
  );
  await shows('带了身份证');
});

afterAll(async () => {
  await screens.close();
  await kiosk.stop();
  await hall.remove();
});

const shows = (text: string) => page.getByText(text).first().waitFor({ timeout: PATIENCE.timeout });
const isShown = async (text: string) => (await page.getByText(text).count()) > 0;

/** One touch that counts: a tap that comes too soon after the last is ignored by the page and made again. */
async function touch(button: string, effect: string): Promise<void> {
  await vi.waitFor(async () => {
    if (await isShown(effect)) return;
    await page.getByRole('button', { name: button }).click({ timeout: EFFECT_MS });
    await page.getByText(effect).first().waitFor({ timeout: EFFECT_MS });
  }, PATIENCE);
}

/** How many times the glass was touched while `way` was gone: each touch far enough after the last to count. */
async function touchesOf(way: () => Promise<void>): Promise<number> {
  const count = () => page.evaluate(() => performance.getEntriesByName('touched').length);
  const before = await count();
  await way();
  return (await count()) - before;
}

/** Until the page takes the next touch for a touch of its own. */
const untilCounted = () =>
  page.waitForFunction((apartMs) => {
    const last = performance.getEntriesByName('touched').at(-1);
    return last === undefined || performance.now() - last.startTime > apartMs;
  }, TAP_APART_MS);

async function backToStart(button = '完成'): Promise<void> {
  kiosk.reader.lift();
  await touch(button, '您好，请取号');
  await shows('带了身份证');
}

const paper = () => JSON.stringify(kiosk.printer.tickets.at(-1)?.elements);
const devicesPids = () => [...kiosk.program.log().matchAll(/"devicesPid":(\d+)/g)].map(([, pid]) => Number(pid));

describe('what a number costs', () => {
  it('without a card three touches', async () => {
    const touches = await touchesOf(async () => {
      await touch('选择业务取号', '请选择您要办理的业务');
      await untilCounted();
      await touch('社会保险', '正在等待身份证');
      await untilCounted();
      await touch('如未带身份证', 'A001');
    });
    expect(touches).toBe(3);
    await shows('请取走您的号票');
    expect(paper()).toContain('A001');
    await backToStart();
  });

  it('with the card on the reader two, also where the queue requires it', async () => {
    await untilCounted();
    const touches = await touchesOf(async () => {
      await touch('选择业务取号', '请选择您要办理的业务');
      kiosk.reader.lay(FIRST);
      await shows('身份证已放好');
      await untilCounted();
      await touch('户籍与身份证', 'K001');
    });
    expect(touches).toBe(2);
    await shows('请取走号票和身份证');
    expect(paper()).toContain('K001');
  });

  it('a card left lying brings no second number; lifted, the kiosk is as before', async () => {
    await touch('完成', '读卡器上有身份证，请先拿走');
    await touch('一键取号', '请拿起身份证，重新放上');
    await backToStart('返回');
    expect(kiosk.printer.tickets).toHaveLength(2);
  });

  it('a card alone brings the one-key ticket: no touch', async () => {
    kiosk.reader.lay(SECOND);
    await shows('M001');
    await shows('请取走号票和身份证');
    await backToStart();
  });

  it('a required card has no way around it, and brings the number when it is laid', async () => {
    await touch('选择业务取号', '请选择您要办理的业务');
    await touch('不动产登记', '正在等待身份证');
    expect(await isShown('如未带身份证')).toBe(false);
    kiosk.reader.lay(SECOND);
    await shows('E001');
    await shows('请取走号票和身份证');
    await backToStart();
  });

  it('who holds a number sees it again and may have it printed again, marked', async () => {
    kiosk.reader.lay(SECOND);
    await shows('您已取过该业务的号');
    await shows('M001');
    await touch('再打印', '请取走号票和身份证');
    expect(paper()).toContain('M001');
    expect(paper()).toContain('补打');
    await backToStart();
  });
});

describe('what cards and cables do', () => {
  it('a reader unplugged is said, numbers go on without it, and it is taken up again when it is back', async () => {
    await kiosk.lines.reader.unplug();
    await shows('读卡器故障');
    await touch('一键取号', '现在不能刷身份证');
    await touch('不刷身份证，继续取号', '请取走您的号票');
    expect(paper()).toContain('M002');
    await touch('完成', '您好，请取号');
    await kiosk.lines.reader.replug();
    await shows('带了身份证');
  });

  it('a card lifted while it is read is asked for again, and then read', async () => {
    kiosk.reader.quirks.liftsMidRead = true;
    kiosk.reader.lay(THIRD);
    await shows('读卡操作失败！请重新放上卡片。');
    kiosk.reader.quirks.liftsMidRead = false;
    kiosk.reader.lay(THIRD);
    await shows('M003');
    await shows('请取走号票和身份证');
    await backToStart();
  });

  it('garbage on both lines does no harm', async () => {
    const noise = Uint8Array.from({ length: 4_096 }, (_, index) => (index * 131 + 89) % 256);
    kiosk.reader.quirks.garbageBeforeReply = [0x00, 0xaa, 0xaa, 0x96, 0xff, 0xaa];
    kiosk.reader.quirks.sendsByteByByte = true;
    writeFileSync(kiosk.lines.reader.b, noise);
    writeFileSync(kiosk.lines.printer.b, noise);
    kiosk.reader.lay(FOURTH);
    await shows('M004');
    await vi.waitFor(() => expect(paper()).toContain('M004'), PATIENCE);
    kiosk.reader.quirks.garbageBeforeReply = [];
    kiosk.reader.quirks.sendsByteByByte = false;
    await backToStart();
  });
});

describe('what processes do', () => {
  it('the devices process is killed: the page lives, staff hear of it, and the next card is read', async () => {
    const before = devicesPids();
    process.kill(Number(before.at(-1)), 'SIGKILL');
    await vi.waitFor(() => expect(devicesPids()).toHaveLength(before.length + 1), PATIENCE);
    await vi.waitFor(async () => expect(JSON.stringify(await hall.events())).toContain('devicesLost'), PATIENCE);
    await shows('带了身份证');
    kiosk.reader.lay(FIFTH);
    await shows('M005');
    await shows('请取走号票和身份证');
    await backToStart();
  });

  it('the page is reloaded while it prints: the same number stands there, and one ticket is printed', async () => {
    const before = kiosk.printer.tickets.length;
    kiosk.printer.set({ lineMs: 150 });
    await touch('一键取号', '正在等待身份证');
    await touch('如未带身份证', 'M006');
    await shows('正在出票');
    await page.reload();
    await shows('M006');
    await shows('请取走您的号票');
    kiosk.printer.set({ lineMs: 0 });
    expect(kiosk.printer.tickets).toHaveLength(before + 1);
    await backToStart();
  });

  it('the hall goes away and comes back: said, and the number that was asked for is one', async () => {
    await hall.kill();
    await shows('服务器连接失败');
    await hall.startAgain();
    await shows('一键取号');
    await touch('一键取号', '正在等待身份证');
    await touch('如未带身份证', 'M007');
    await shows('请取走您的号票');
    await backToStart();
  });

  it('every number was made once', async () => {
    const issued = (await hall.events()).filter((event) => event['type'] === 'TicketIssued');
    const numbers = issued.map((event) => event['ticketNumber']);
    expect(numbers).toEqual(['A001', 'K001', 'M001', 'E001', 'M002', 'M003', 'M004', 'M005', 'M006', 'M007']);
  });

  it('no page threw or broke its policy, and nobody’s name or number is in the kiosk’s log or on its disk', () => {
    expect(screens.troubles).toEqual([]);
    const folder = join(hall.folder, '..', 'kiosk-1');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const disk = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
    for (const { idNumber, name, address } of PEOPLE) {
      for (const secret of [idNumber, name, address]) expect(kiosk.program.log() + disk).not.toContain(secret);
    }
  });
});
