// The editor over HTTP: every text becomes a picture or mistakes in words, what is saved is what a terminal takes, and strangers get nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_TICKET_TEMPLATE } from '../terminal/default-ticket-template.ts';
import { readTerminalConfig } from '../terminal/read-config.ts';
import { previewTemplate, type TemplatePreview } from './preview-template.ts';
import { isSampleName, sampleOf } from './sample-tickets.ts';
import { serveEditor, type ServedEditor } from './serve-editor.ts';
import { SAMPLE_TEXTS } from './texts.ts';
import { readTicketSettings } from './ticket-settings.ts';

let folder: string;
let config: string;
let editor: ServedEditor;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-editor-'));
  config = join(folder, 'terminal.json');
  writeConfig({});
  editor = await serveEditor(() => readTicketSettings(config), 0);
});

afterEach(async () => {
  await editor.close();
  rmSync(folder, { recursive: true, force: true });
});

function writeConfig(more: object): void {
  const options = { widthDots: 384, charset: 'gbk', baudRate: 9600 };
  const devices = [{ kind: 'ticketPrinter', model: 'escpos', port: '/dev/ttyUSB0', options }];
  const whole = { terminalId: 'K1', role: 'kiosk', hallUrl: 'http://192.0.2.10:8080', tokenFile: 'token', devices };
  writeFileSync(config, JSON.stringify({ ...whole, ...more }));
}

async function post(path: string, text: string, headers: Record<string, string> = {}) {
  const origin = editor.url.slice(0, -1);
  const body = JSON.stringify({ text, sample: 'reprint' });
  return fetch(new URL(path, editor.url), { method: 'POST', body, headers: { origin, ...headers } });
}

const previewOf = async (text: string) => (await (await post('/preview', text)).json()) as TemplatePreview;

test('a template is shown as it will stand on this kiosk’s paper', async () => {
  const text = JSON.stringify({ blocks: [{ type: 'text', text: '补 {ticketNumber} 😀' }, { type: 'logo' }] });
  const made = await previewOf(text);
  if (!made.ok) throw new Error(made.mistakes[0]?.en);
  expect(made.svg).toMatch(/^<svg /);
  expect(made.remarks.map(({ zh }) => zh)).toEqual(expect.arrayContaining([expect.stringContaining('没有 logoFile')]));
});

test.each([
  ['{"blocks": [', '不是 JSON'],
  ['{"blocks": [\n {"type": "rule"} x]}', '第 2 行'],
  [
    '{"blocks": [{"type": "rule"}, {"type": "text", "text": "{name}"}]}',
    '第 2 块 blocks[1].text: 没有名为 {name} 的字段',
  ],
  ['{"blocks": [{"type": "text", "text": "{ticketNumber}", "width": 5}]}', '纸宽只有 384 点'],
])('%s is told in words', async (text, words) => {
  const made = await previewOf(text);
  const told = made.ok ? [] : made.mistakes.map(({ place, zh }) => `${place}: ${zh}`);
  expect(told.join('\n')).toContain(words);
});

test('what is saved is what the terminal prints by; what is wrong is not saved', async () => {
  const text = '{"blocks": [{"type": "text", "text": "{ticketNumber}"}]}';
  const file = join(folder, 'ticket-template.json');
  const saved = (await (await post('/save', text)).json()) as { remarks: { zh: string }[] };
  expect(saved.remarks.map(({ zh }) => zh).join()).toContain('"ticketTemplate": "ticket-template.json"');
  writeConfig({ ticketTemplate: 'ticket-template.json' });
  expect(readTerminalConfig(config).ticketTemplate).toEqual({ blocks: [{ type: 'text', text: '{ticketNumber}' }] });
  expect(((await (await post('/save', '{}')).json()) as { ok: boolean }).ok).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('opens with what terminal.json has: nothing, an object, a file with mistakes', async () => {
  const page = async () => (await fetch(editor.url)).text();
  expect(JSON.parse(readTicketSettings(config).text)).toEqual(DEFAULT_TICKET_TEMPLATE);
  expect(await page()).toContain('{hallName}');
  writeConfig({ ticketTemplate: { blocks: [{ type: 'text', text: '<script>' }] } });
  expect(await page()).toContain('&#60;script&#62;');
  writeConfig({ ticketTemplate: 'mine.json' });
  writeFileSync(join(folder, 'mine.json'), '{"blocks": oops');
  expect(await page()).toContain('oops');
});

test('another origin, another name for this computer, and other bodies get nothing', async () => {
  expect((await post('/save', '{}', { origin: 'http://example.com' })).status).toBe(403);
  expect((await post('/else', '{}')).status).toBe(404);
  const bare = { method: 'POST', body: '{"text": 1}', headers: { origin: editor.url.slice(0, -1) } };
  expect((await fetch(new URL('/preview', editor.url), bare)).status).toBe(400);
  const status = await new Promise((resolve, reject) => {
    const asked = request(editor.url, { headers: { host: 'hall.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('error', reject).end();
  });
  expect(status).toBe(421);
});

test('every sample shows the ticket as delivered, on 80 and 58 mm', async () => {
  const text = JSON.stringify(DEFAULT_TICKET_TEMPLATE);
  for (const name of Object.keys(SAMPLE_TEXTS).filter(isSampleName)) {
    for (const widthDots of [576, 384]) {
      const made = await previewTemplate(text, name, { widthDots });
      expect(made.ok && made.lines.some((line) => line.includes(sampleOf(name).ticket.ticketNumber))).toBe(true);
    }
  }
});

test('how the printer’s line is told and how fast it is are nothing to the picture', async () => {
  const text = JSON.stringify(DEFAULT_TICKET_TEMPLATE);
  expect(await previewTemplate(text, 'first', { baudRate: 9600, serialNumber: 'A1' })).toMatchObject({ ok: true });
});

test('any text is a picture or mistakes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((value) => JSON.stringify({ blocks: value })),
      ),
      async (text) => {
        const made = await previewTemplate(text, 'first', {});
        if (!made.ok) expect(made.mistakes.length).toBeGreaterThan(0);
      },
    ),
  );
});
