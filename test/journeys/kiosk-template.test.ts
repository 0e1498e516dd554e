// The ticket's template edited in Chromium: the paper follows the text, mistakes are named, what is saved is in the file.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveEditor, type ServedEditor } from '../../kiosk-app/template-editor/serve-editor.ts';
import { readTicketSettings } from '../../kiosk-app/template-editor/ticket-settings.ts';
import { CONSOLE, startScreens, type Screens } from './chromium.ts';
import { expectNoAxeFindings } from './support/axe.ts';

let folder: string;
let editor: ServedEditor;
let screens: Screens;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-template-'));
  const config = join(folder, 'terminal.json');
  writeFileSync(config, JSON.stringify({ ticketTemplate: 'ticket.json' }));
  editor = await serveEditor(() => readTicketSettings(config), 0);
  screens = await startScreens();
  page = await screens.open(editor.url, CONSOLE);
});

afterAll(async () => {
  await screens.close();
  await editor.close();
  rmSync(folder, { recursive: true });
});

const picture = () => page.getByRole('img').getAttribute('alt');
const write = (text: string) => page.getByRole('textbox').fill(text);

it('opens with the ticket as delivered, drawn', async () => {
  await page.getByText('版式正确').waitFor();
  expect(await picture()).toContain('A012');
  const drawn = await page
    .getByRole('img')
    .evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth));
  expect(drawn).toBeGreaterThan(300);
});

it('axe finds nothing, whether the template is right or wrong', async () => {
  await expectNoAxeFindings(page);
  await write('{"blocks": [{"type": "text"}]}');
  await page.getByText('需要修改').waitFor();
  await expectNoAxeFindings(page);
});

it('the picture follows the text and the sample', async () => {
  await write('{"blocks": [{"type": "text", "text": "{ticketNumber} 号", "fit": true}]}');
  await expect.poll(picture).toBe('A012 号');
  await page.getByRole('combobox').selectOption('priority');
  await expect.poll(picture).toBe('K1-A0123 号');
});

it('a mistake is named at its place and cannot be saved; the last right picture stays', async () => {
  await write('{"blocks": [{"type": "text", "text": "{idNumber}"}]}');
  await page.getByText('没有名为 {idNumber} 的字段').waitFor();
  await page.getByText('第 1 块 blocks[0].text').waitFor();
  expect(await page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
  expect(await picture()).toBe('K1-A0123 号');
});

it('what is saved is in the file that terminal.json names', async () => {
  const text = '{"blocks": [{"type": "rule"}, {"type": "text", "text": "{ticketNumber}"}]}';
  await write(text);
  await page.getByText('版式正确').waitFor();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  expect(readFileSync(join(folder, 'ticket.json'), 'utf8')).toBe(text);
  expect(screens.troubles).toEqual([]);
});
