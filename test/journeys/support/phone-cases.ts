// The cases of an applicant's phone, for a journey that has a hall, a browser and a line that can be cut.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Screens } from '../chromium.ts';
import { expectNoAxeFindings } from './axe.ts';
import type { CutLine } from './cut-line.ts';
import { expectSoundLayout } from './layout.ts';
import type { PadHall } from './pad-hall.ts';
import { issueWithLink, openPhone, SMALL_PHONE } from './phone-hall.ts';
import { expectLooksLike } from './visual.ts';

export interface PhoneStage {
  readonly screens: Screens;
  readonly hall: PadHall;
  readonly line: CutLine;
}

/** Least of screens.md for a phone. */
const SOUND = { root: '.stage', control: { sidePx: 60, gapPx: 12 }, type: { hanziPx: 16, latinPx: 16 } };
/** The time of day, and minutes that follow from how long this test took to serve. */
const MASK = ['.stamp', '.fact:nth-child(2) .figure'];

/** `stage`: asked for when everything has been started. */
export function describePhone(stage: () => PhoneStage): void {
  describe('an applicant’s phone', () => {
    let screens: Screens;
    let hall: PadHall;
    let line: CutLine;
    let phone: Page;
    let own: { ticketId: number; fragment: string };

    beforeAll(() => {
      ({ screens, hall, line } = stage());
    });

    const shows = (text: string | RegExp) => phone.getByText(text).first().waitFor();
    const next = () => hall.command({ type: 'callNext', windowId: 'w12' });
    const shaken = () => phone.evaluate(() => window.shaken?.length);
    async function isDrawn(name: string): Promise<void> {
      await phone.evaluate(() => document.fonts.ready.then(() => true));
      await expectSoundLayout(phone, SOUND);
      await expectNoAxeFindings(phone);
      await expectLooksLike(phone, `phone-${name}`, { mask: MASK });
    }

    it('opens by its link, keeps it to itself, and counts who is ahead', async () => {
      await hall.command({ type: 'signIn', windowId: 'w12', staffNo: '0317' });
      for (let before = 0; before < 9; before += 1) await issueWithLink(hall);
      own = await issueWithLink(hall);
      phone = await openPhone(screens, `${line.url}/phone/${own.fragment}`);
      await shows('M010');
      await shows('9');
      await isDrawn('waiting');
      for (let called = 0; called < 6; called += 1) await next();
      await shows('快到您了');
      expect(await shaken()).toBe(1);
      expect(hall.program.log()).not.toContain(own.fragment.slice(1));
    });

    it('turns amber at the call, says where to in the largest letters, shakes and is silent; a recall says so', async () => {
      for (let called = 0; called < 4; called += 1) await next();
      await shows('号窗口办理');
      await isDrawn('called');
      expect(await phone.title()).toBe('M010 请到 12 号窗口');
      expect(await phone.locator('audio, video').count()).toBe(0);
      const before = (await shaken()) ?? 0;
      await phone.clock.fastForward(10_100);
      await expect.poll(shaken).toBe(before + 1);
      await phone.getByRole('button', { name: '我知道了' }).click();
      await shows('已知道，请前往窗口');
      await hall.command({ type: 'recall', windowId: 'w12' });
      await shows('再次呼叫');
      await phone.getByRole('button', { name: '我知道了' }).waitFor();
    });

    it('missed says what to do; requeued it waits again; a dead line is told, and mended by itself', async () => {
      await hall.command({ type: 'markMissed', windowId: 'w12' });
      await shows('已过号');
      await isDrawn('missed');
      await hall.command({ type: 'requeueTicket', ticketId: own.ticketId });
      await shows('您是下一位');
      line.cut();
      await phone.clock.fastForward(16_000);
      await shows(/正在重新连接/);
      await isDrawn('stale');
      line.mend();
      await phone.clock.fastForward(3_000);
      await shows('刚刚更新');
      await next();
      await shows('号窗口办理');
      await hall.command({ type: 'finishServing', windowId: 'w12' });
      await shows('已办理完成');
      await phone.context().close();
    });

    it('on a small phone, English first and in high contrast, nothing is cut; a link that is none says so', async () => {
      const waiting = await issueWithLink(hall);
      phone = await openPhone(
        screens,
        `${line.url}/phone/?languages=en,zh&theme=high-contrast${waiting.fragment}`,
        SMALL_PHONE,
      );
      await shows('You are next');
      await expectNoAxeFindings(phone);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(SMALL_PHONE.width);
      await next();
      await shows('Please go to');
      await expectNoAxeFindings(phone);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(SMALL_PHONE.width);
      await phone.context().close();
      phone = await openPhone(screens, `${line.url}/phone/#${own.fragment.slice(1, -1)}_`);
      await shows('二维码无效或已过期');
      await isDrawn('invalid');
      await phone.context().close();
    });
  });
}
