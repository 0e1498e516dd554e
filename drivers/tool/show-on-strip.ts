// `npm run devices -- strip`: one text on an LED strip, through the same driver as the window's, and what the strip said to it.
import type { LedStrip, StripColour } from '../led-strip/contract.ts';
import { openLedStrip } from '../led-strip/open-led-strip.ts';
import type { DeviceStatus } from '../device-status.ts';
import type { Arguments } from './arguments.ts';
import { driverOf, optionsOf } from './driver-status.ts';
import { explainSilence, openLine } from './open-line.ts';
import type { TimedStep } from '../timed-step.ts';
import { closedPortWords, TOOL_WORDS } from './texts.ts';
import { ToolTrouble, usageTrouble } from './tool-trouble.ts';

export interface StripReport {
  /** `shown`: the strip took it. `sent`: a strip that never answers was told. */
  readonly state: 'shown' | 'sent';
  /** As they stand on the strip. When the tool ends the first of them stays. */
  readonly pages: readonly string[];
  /** Characters of the text that the strip cannot show: something else stands for them. */
  readonly replaced: readonly string[];
  readonly steps: readonly TimedStep[];
}

const BAUD_RATES: Readonly<Record<string, number>> = { onbon: 57_600, plainText: 9600 };
/** The driver's own patience is for a hall; here a person waits. */
const ANSWER_TIMEOUT_MS = 800;
const patienceOf = (model: string) => (model === 'onbon' ? { answerTimeoutMs: ANSWER_TIMEOUT_MS } : {});
const COLOURS: readonly StripColour[] = ['red', 'green', 'yellow'];

/** Rejects with ToolTrouble. */
export async function showOnStrip(args: Arguments): Promise<StripReport> {
  const spec = stripSpec(args);
  const text = args.needed('text');
  const model = args.text('model') ?? 'onbon';
  const colour = COLOURS.find((each) => each === (args.text('colour') ?? 'red'));
  if (colour === undefined) throw usageTrouble(`--colour：${COLOURS.join(' ')}`, `--colour: ${COLOURS.join(' ')}`);
  const baudRate = args.number('baud', 300, 4_000_000) ?? BAUD_RATES[model] ?? 9600;
  const options = { ...patienceOf(model), ...optionsOf(args), baudRate };
  const strip = driverOf(spec, () => openLedStrip({ model, port: spec, options }));
  await (await openLine(spec, baudRate, options)).close();
  const beganMs = performance.now();
  strip.show({ wordings: [[text]], colour });
  strip.start();
  const end = await untilShown(strip);
  const pages = strip.shown;
  await strip.stop();
  if (pages !== null) {
    const steps = [{ step: 'show', ms: Math.round(performance.now() - beganMs) }];
    return { state: model === 'onbon' ? 'shown' : 'sent', pages, replaced: replacedOf(text, pages), steps };
  }
  if (end.state === 'fault' && end.code === 'deviceRefused') {
    throw new ToolTrouble('refused', closedPortWords(spec, TOOL_WORDS.refused));
  }
  throw await explainSilence(spec, baudRate, 'ledStrip', options);
}

function replacedOf(text: string, pages: readonly string[]): string[] {
  const there = new Set(pages.flatMap((page) => Array.from(page)));
  return [...new Set(text)].filter((character) => !there.has(character) && character !== ' ');
}

/** Exactly one of --udp HOST:PORT, --tcp HOST:PORT and --port PATH. */
function stripSpec(args: Arguments): string {
  const ways = [
    ...(['udp', 'tcp'] as const).map((scheme) =>
      args.text(scheme) === undefined ? null : `${scheme}://${args.needed(scheme)}`,
    ),
    args.text('port') ?? null,
  ].filter((way) => way !== null);
  const [spec] = ways;
  if (spec !== undefined && ways.length === 1) return spec;
  throw usageTrouble(
    '写 --udp 主机:端口、--tcp 主机:端口 或 --port 路径 之一',
    'one of --udp HOST:PORT, --tcp HOST:PORT, --port PATH',
  );
}

const LOOK_MS = 20;

/** Until the strip has the pages or is in fault. A driver tells no event for the pages, so it is looked at. */
function untilShown(strip: LedStrip): Promise<DeviceStatus> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (strip.shown === null && strip.status.state !== 'fault') return;
      clearInterval(timer);
      resolve(strip.status);
    }, LOOK_MS);
  });
}
