// The commands of `npm run devices`: each makes one object, shown as JSON or in words.
import { setTimeout as delay } from 'node:timers/promises';
import type { Words } from '../ticket-printer/texts.ts';
import { Arguments, type OptionTable } from './arguments.ts';
import { optionsOf } from './driver-status.ts';
import { listDevices } from './list-devices.ts';
import { lookAtDevice, lookModelOf } from './look-at-device.ts';
import { parentGone } from './parent-gone.ts';
import { printText } from './print-text.ts';
import { readCard } from './read-card.ts';
import { runTool } from './run-tool.ts';
import { showOnStrip } from './show-on-strip.ts';
import { writeSupportBundle } from './support-bundle.ts';
import { TOOL_WORDS } from './texts.ts';
import { type ToolTrouble, usageTrouble } from './tool-trouble.ts';
import { bundleLines, cardLines, listLines, lookLines, printLines, stripLines } from './shown-lines.ts';

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const EVERY: OptionTable = { json: FLAG };
const ON_PORT: OptionTable = { ...EVERY, port: TEXT, baud: TEXT };
const LISTED: OptionTable = { ...EVERY, port: { type: 'string', multiple: true }, baud: TEXT, probe: FLAG };

const OPTIONS: Readonly<Record<string, OptionTable>> = {
  list: LISTED,
  'read-card': { ...ON_PORT, model: TEXT, reveal: FLAG, timeout: TEXT, options: TEXT },
  print: { ...ON_PORT, columns: TEXT, text: TEXT, options: TEXT },
  strip: { ...ON_PORT, udp: TEXT, tcp: TEXT, text: TEXT, model: TEXT, colour: TEXT, options: TEXT },
  status: { ...ON_PORT, model: TEXT, seconds: TEXT, watch: FLAG, options: TEXT },
  'support-bundle': { ...LISTED, out: TEXT },
};

/** A command that this library cannot have, because it knows no application. */
export interface FurtherCommand {
  readonly name: string;
  readonly options: OptionTable;
  /** Its line in the usage, in both languages. */
  readonly usage: Words;
  /** The exit code. May throw ToolTrouble. */
  run(args: Arguments): Promise<number>;
}

/** The exit code: 0 done, 1 trouble, 2 a mistake on the command line. */
export async function runDevicesTool(
  argv: readonly string[],
  further: readonly FurtherCommand[] = [],
): Promise<number> {
  const [command = '', ...rest] = argv;
  const isJson = rest.includes('--json');
  // A port is not held for a shell that was ended; the system closes it.
  void parentGone().then(() => process.exit(1));
  return runTool(isJson, async () => {
    const added = further.find(({ name }) => name === command);
    const own = Object.hasOwn(OPTIONS, command) ? OPTIONS[command] : undefined;
    const options = added === undefined ? own : { ...EVERY, ...added.options };
    if (options === undefined) throw wrongUsage(further);
    const args = new Arguments(rest, options);
    if (args.words.length > 0) throw wrongUsage(further);
    if (added !== undefined) return added.run(args);
    return carryOut(command, args, (object, lines) =>
      process.stdout.write(isJson ? `${JSON.stringify(object)}\n` : `${lines.join('\n')}\n`),
    );
  });
}

function wrongUsage(further: readonly FurtherCommand[]): ToolTrouble {
  const lines = (language: 'zh' | 'en'): string =>
    [TOOL_WORDS.usage, ...further.map(({ usage }) => usage)].map((words) => words[language]).join('\n');
  return usageTrouble(lines('zh'), lines('en'));
}

type Show = (object: unknown, lines: readonly string[]) => void;

async function carryOut(command: string, args: Arguments, show: Show): Promise<number> {
  switch (command) {
    case 'read-card': {
      const card = await readCard(args, hint);
      show(card, cardLines(card));
      return 0;
    }
    case 'print': {
      const report = await printText(args);
      show(report, printLines(report));
      return report.state === 'confirmed' || report.state === 'assumed' ? 0 : 1;
    }
    case 'strip': {
      const report = await showOnStrip(args);
      show(report, stripLines(report));
      return 0;
    }
    case 'status':
      return status(args, show);
    case 'support-bundle': {
      const report = await writeSupportBundle(args);
      show(report, bundleLines(report));
      return 0;
    }
    default: {
      const list = await listDevices(args);
      show(list, listLines(list.ports));
      return 0;
    }
  }
}

const WATCH_MS = 1000;

/** With --watch again and again until Ctrl-C, each change of the words once. */
async function status(args: Arguments, show: Show): Promise<number> {
  const wish = {
    spec: args.needed('port'),
    model: lookModelOf(args.needed('model')),
    baudRate: args.number('baud', 300, 4_000_000),
    seconds: args.number('seconds', 1, 600) ?? 10,
    options: optionsOf(args),
  };
  let shown = '';
  for (;;) {
    const look = await lookAtDevice(wish);
    const words = JSON.stringify(look.remarks);
    if (words !== shown) show(look, lookLines(look));
    shown = words;
    if (!args.has('watch') || args.has('json')) return look.state === 'fault' ? 1 : 0;
    await delay(WATCH_MS);
  }
}

/** For the person, beside the one object on standard output. */
function hint({ zh, en }: Words): void {
  process.stderr.write(`${zh} ${en}\n`);
}
