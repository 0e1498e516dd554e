// What a schema of single fields cannot say of a hall: names are given once, and whatever is named exists.
import type { HallConfig, Weekday } from './hall-config.ts';
import { CONFIG_WORDS } from './hall-config-words.ts';
import { retentionOf } from './retention.ts';

export interface ConfigMistake {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Every mistake with the path of its field and what is expected there. */
export function hallConfigMistakes(config: HallConfig): ConfigMistake[] {
  return [
    ...repeatedNames(config),
    ...danglingNames(config),
    ...deadEnds(config),
    ...badHours(config),
    ...badTimeZone(config),
    ...forgottenTooSoon(config),
  ];
}

function repeatedNames(config: HallConfig): ConfigMistake[] {
  return [
    ...repeated(
      'zones',
      'zoneId',
      config.zones.map((zone) => zone.zoneId),
    ),
    ...repeated(
      'queues',
      'queueId',
      config.queues.map((queue) => queue.queueId),
    ),
    ...repeated(
      'queues',
      'prefix',
      config.queues.map((queue) => queue.prefix),
    ),
    ...repeated(
      'serviceItems',
      'serviceItemId',
      config.serviceItems.map((item) => item.serviceItemId),
    ),
    ...repeated(
      'windows',
      'windowId',
      config.windows.map((window) => window.windowId),
    ),
    ...repeated(
      'windows',
      'label',
      config.windows.map((window) => window.label),
    ),
    ...repeated(
      'terminals',
      'terminalId',
      config.terminals.map((terminal) => terminal.terminalId),
    ),
    ...repeated(
      'displays',
      'displayId',
      config.displays.map((display) => display.displayId),
    ),
    ...repeated(
      'staff',
      'staffNo',
      config.staff.map((person) => person.staffNo),
    ),
  ];
}

function repeated(list: string, field: string, values: string[]): ConfigMistake[] {
  return values.flatMap((value, index) => {
    const first = values.indexOf(value);
    return first === index
      ? []
      : [{ path: [list, index, field], message: CONFIG_WORDS.repeated(`${list}[${first}]`, value) }];
  });
}

function danglingNames(config: HallConfig): ConfigMistake[] {
  const zones = new Set(config.zones.map((zone) => zone.zoneId));
  const queues = new Set(config.queues.map((queue) => queue.queueId));
  const windows = new Set(config.windows.map((window) => window.windowId));
  const mistakes: ConfigMistake[] = [];
  const expect = (known: Set<string>, what: string, value: string | null, path: (string | number)[]) => {
    if (value !== null && !known.has(value)) mistakes.push({ path, message: CONFIG_WORDS.notThere(what, value) });
  };
  config.queues.forEach((queue, at) => expect(zones, 'zones', queue.zoneId, ['queues', at, 'zoneId']));
  config.serviceItems.forEach((item, at) => expect(queues, 'queues', item.queueId, ['serviceItems', at, 'queueId']));
  config.windows.forEach((window, at) => {
    expect(zones, 'zones', window.zoneId, ['windows', at, 'zoneId']);
    window.queueIds.forEach((queueId, each) => expect(queues, 'queues', queueId, ['windows', at, 'queueIds', each]));
  });
  expect(queues, 'queues', config.comprehensiveQueueId, ['comprehensiveQueueId']);
  config.terminals.forEach((terminal, at) => {
    if (terminal.role === 'kiosk') expect(zones, 'zones', terminal.zoneId, ['terminals', at, 'zoneId']);
    else if (terminal.role === 'window' || terminal.role === 'pad')
      expect(windows, 'windows', terminal.windowId, ['terminals', at, 'windowId']);
    else
      terminal.windowIds.forEach((windowId, each) =>
        expect(windows, 'windows', windowId, ['terminals', at, 'windowIds', each]),
      );
  });
  config.displays.forEach((display, at) => {
    if (display.kind === 'board') expect(zones, 'zones', display.zoneId, ['displays', at, 'zoneId']);
    else expect(windows, 'windows', display.windowId, ['displays', at, 'windowId']);
  });
  return mistakes;
}

/** Queues that nobody calls from, queues named twice at a window, two terminals that would ask for the same evaluation. */
function deadEnds(config: HallConfig): ConfigMistake[] {
  const served = new Set(config.windows.flatMap((window) => window.queueIds));
  const unserved = config.queues.flatMap((queue, at) =>
    served.has(queue.queueId)
      ? []
      : [
          {
            path: ['queues', at, 'queueId'],
            message: CONFIG_WORDS.uncalled(queue.queueId),
          },
        ],
  );
  const twice = config.windows.flatMap((window, at) =>
    window.queueIds.flatMap((queueId, each) =>
      window.queueIds.indexOf(queueId) === each
        ? []
        : [{ path: ['windows', at, 'queueIds', each], message: CONFIG_WORDS.namedTwice(queueId) }],
    ),
  );
  const padded = config.terminals.flatMap((terminal, at) => {
    if (terminal.role === 'window') return [{ windowId: terminal.windowId, path: ['terminals', at, 'windowId'] }];
    if (terminal.role !== 'pads') return [];
    return terminal.windowIds.map((windowId, each) => ({ windowId, path: ['terminals', at, 'windowIds', each] }));
  });
  const crowded = padded.flatMap(({ windowId, path }, at) =>
    padded.findIndex((other) => other.windowId === windowId) === at
      ? []
      : [{ path, message: CONFIG_WORDS.secondWindowTerminal(windowId) }],
  );
  const tablets = config.terminals.map((terminal) => (terminal.role === 'pad' ? terminal.windowId : null));
  const tabletsTwice = tablets.flatMap((windowId, at) =>
    windowId === null || tablets.indexOf(windowId) === at
      ? []
      : [
          {
            path: ['terminals', at, 'windowId'],
            message: CONFIG_WORDS.secondTablet(windowId),
          },
        ],
  );
  return [...unserved, ...twice, ...crowded, ...tabletsTwice];
}

function badHours(config: HallConfig): ConfigMistake[] {
  return (Object.keys(config.hours) as Weekday[]).flatMap((weekday) => {
    const spans = config.hours[weekday];
    return spans.flatMap((span, at) => {
      if (span.opens >= span.closes) {
        return [{ path: ['hours', weekday, at, 'closes'], message: CONFIG_WORDS.closesTooEarly(span.opens) }];
      }
      const before = spans[at - 1];
      if (before !== undefined && span.opens < before.closes) {
        return [
          {
            path: ['hours', weekday, at, 'opens'],
            message: CONFIG_WORDS.overlaps(before.closes),
          },
        ];
      }
      return [];
    });
  });
}

function badTimeZone(config: HallConfig): ConfigMistake[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone: config.hall.timeZone });
    return [];
  } catch {
    return [{ path: ['hall', 'timeZone'], message: CONFIG_WORDS.timeZone() }];
  }
}

/** Who may still rate (补评) must still be known: what he writes is his, and he may have it erased by his card. */
function forgottenTooSoon({ policies }: HallConfig): ConfigMistake[] {
  const { personKeptMs } = retentionOf(policies);
  const { evaluationSupplementMs } = policies;
  if (personKeptMs === null || personKeptMs > evaluationSupplementMs) return [];
  const message = CONFIG_WORDS.forgottenTooSoon(evaluationSupplementMs, personKeptMs);
  return [{ path: ['policies', 'personKeptMs'], message }];
}
