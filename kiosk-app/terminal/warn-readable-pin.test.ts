// A configuration with a PIN that others can read is warned of, once each of both is true.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { hashPin } from './leave-pin.ts';
import { parseTerminalConfig } from './terminal-config.ts';
import { warnReadablePin } from './warn-readable-pin.ts';

test.each([
  ['a PIN that others can read', true, 0o644, 1],
  ['a PIN that its group can read', true, 0o640, 1],
  ['a PIN that nobody else can read', true, 0o600, 0],
  ['no PIN', false, 0o644, 0],
])('%s', async (_, hasPin, mode, warnings) => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-pin-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'terminal.json');
  writeFileSync(file, '{}', { mode });
  const shell = hasPin ? { leavePin: await hashPin('482915') } : {};
  const hall = { hallUrl: 'http://127.0.0.1:9', tokenFile: 'token', dataFolder: folder };
  const config = parseTerminalConfig({ terminalId: 'k1', role: 'kiosk', ...hall, shell });
  const lines: string[] = [];
  warnReadablePin(file, config, pino({}, { write: (line) => void lines.push(line) }));
  expect(lines).toHaveLength(warnings);
  expect(lines.join('')).not.toContain('scrypt:');
});
