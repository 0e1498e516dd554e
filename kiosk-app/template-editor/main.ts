// `npm run ticket-template -- --config terminal.json`: edits the ticket's template with a live preview, until Ctrl-C.
import { parseArgs } from 'node:util';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `This needs Node 24 or newer; this is ${process.versions.node}. Start it with "npm run ticket-template".\n`,
  );
  process.exit(1);
}

// Imported after the check: an older Node fails in them without saying why.
const { BadTerminalConfig } = await import('../terminal/terminal-config.ts');
const { serveEditor } = await import('./serve-editor.ts');
const { EDITOR_TEXTS } = await import('./texts.ts');
const { readTicketSettings } = await import('./ticket-settings.ts');

try {
  const { values } = parseArgs({ options: { config: { type: 'string' }, port: { type: 'string' } } });
  const { config, port = '0' } = values;
  if (config === undefined) throw new BadTerminalConfig(`${EDITOR_TEXTS.usage.zh}\n${EDITOR_TEXTS.usage.en}`);
  readTicketSettings(config);
  const editor = await serveEditor(() => readTicketSettings(config), Number(port));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void editor.close());
  process.stdout.write(`${EDITOR_TEXTS.open.zh} ${EDITOR_TEXTS.open.en}: ${editor.url}\n`);
} catch (error) {
  // A file, a port or an option that cannot be used; its message says which.
  if (!(error instanceof BadTerminalConfig || (error instanceof Error && 'code' in error))) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
