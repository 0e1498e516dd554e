// The technician's page in English.
import type { DeviceCondition } from '@jiaohao/contracts/commands';
import type { StationHealth } from '@jiaohao/contracts/health';
import consoles from '../../languages/en.ts';
import { NAMED_MAX, gigabytes, megabytes, seconds } from '../amounts.ts';
import type { HealthLanguage } from './zh.ts';

type Named = Pick<StationHealth, 'id' | 'windowLabel'>;

const KINDS: HealthLanguage['kinds'] = {
  kiosk: 'Kiosks',
  window: 'Window terminals',
  pad: 'Tablet pads',
  strip: 'LED strips',
  board: 'Boards',
  windowScreen: 'Window screens',
};

const nameOf = ({ id, windowLabel }: Named) => (windowLabel === null ? id : `${id} (window ${windowLabel})`);
const list = (names: readonly Named[]) =>
  names.length > NAMED_MAX ? String(names.length) : names.map(nameOf).join(', ');

const deviceName = ({ kind, windowId }: DeviceCondition) =>
  windowId === undefined ? consoles.devices[kind] : `${consoles.devices[kind]} ${windowId}`;

function deviceState({ state, code }: DeviceCondition): string {
  if (state === 'starting') return 'starting';
  if (state === 'ready' && code === null) return 'ready';
  const troubles: Readonly<Record<string, string>> = consoles.deviceTroubles;
  return troubles[code ?? 'deviceFault'] ?? 'fault';
}

const CONNECT =
  'Check power and cable, then switch the device off for 10 seconds. If that does not help, change cable or port.';

const en: HealthLanguage = {
  tag: 'en',
  title: 'Hall health',
  noHall: 'Hall without a configuration',
  kinds: KINDS,
  date: ({ dateEn }) => dateEn,
  day: ({ dateEn }) => dateEn,
  updated: (ago) => `Updated ${ago} s ago`,
  notUpdated: 'No update',
  asking: 'Reading',
  stale: (time) => `No answer from the server. As of ${time}; it may have changed.`,
  staleTodo:
    'See whether the server is switched on and its network cable is in; tickets cannot be issued or called meanwhile.',
  strange: "The server's answer is not understood: reload this page, then look at the server's log.",

  entry: {
    product: 'Jiaohao · Hall health',
    title: "Enter a monitor's token",
    field: 'Token',
    submit: 'Show',
    hint: "A monitor's token made by the administrator, or the administrator's own (docs/operations.md).",
    empty: 'Enter a token',
    refused: 'This token is not valid, or may not look at the health',
  },

  figures: {
    day: 'Business day',
    dayClosed: 'Closed',
    terminals: 'Terminals online',
    displays: 'Displays online',
    disk: 'Disk left',
    diskOf: (total) => `/ ${gigabytes(total)} GB`,
    data: (bytes) => `data ${megabytes(bytes)} MB`,
    unknown: 'Unknown',
    events: (count) => `${count} events`,
    lastEvent: 'Last written',
    commit: (ms) => `disk took ${ms.toFixed(1)} ms`,
    server: 'Server',
    runningDays: (count) => `up ${count} days`,
    runningHours: (count) => `up ${count} hours`,
    runningMinutes: (count) => `up ${count} min`,
    never: 'None',
  },

  needed: 'To do',
  nothing: 'All is well; nothing to do',
  since: (time) => `since ${time}`,
  levels: { bad: 'Fault', warn: 'Attention', info: 'Note' },

  stations: {
    name: 'Name',
    state: 'State',
    version: 'Version',
    clock: 'Clock',
    devices: 'Devices',
    connected: 'Online',
    absent: 'Not connected',
    neverSeen: 'Never since the server started',
    lastSeen: (time) => `last ${time}`,
    otherBuild: 'Not the newest',
    clockSame: 'Same',
    clockUnknown: 'Not measured',
    ahead: (ms) => `${seconds(ms)} s fast`,
    behind: (ms) => `${seconds(ms)} s slow`,
    none: 'None configured',
    consoles: 'Staff consoles',
    consoleAt: (label) => `Window ${label}`,
    consoleFree: 'At no window',
    noConsoles: 'No console online',
    allWell: (count) => `${count} are well`,
    allAbsent: (count) => `${count} not connected`,
    of: (connected, total) => `${connected} / ${total} online`,
  },

  device: {
    state: (device) => `${deviceName(device)}: ${deviceState(device)}`,
    lastKnown: ' (last known)',
    paperLeft: (metres) => ` · about ${metres} m of paper left`,
  },

  deviceTodo: {
    paperOut: 'Put in a new roll and close the cover.',
    paperNearEnd: 'Have a new roll ready and change it at a quiet moment.',
    ratingsUndeliverable:
      'Ratings that the hall takes no more lie in ratings-undeliverable.json in the data folder of this terminal (one file a window where it has several). Hand them to the administrator, move the file away and start the terminal again: docs/operations.md.',
    coverOpen: 'Close the cover of the printer until it clicks.',
    cutterError: 'Switch the printer off, take out the jammed paper, switch on.',
    unrecoverable: 'Switch it off and on once; then call for repair.',
    offline: 'Press the online key of the printer, or switch it off and on.',
    unsteady: 'It comes and goes: look for a loose plug, then the cable and the power; change cable or port.',
    wrongDevice:
      'Another device is on this port: cables may be swapped, or the device was exchanged. Look with `npm run devices -- list`.',
    ambiguousDevice:
      'Several devices fit the setting and none is chosen: name the socket (by-path) or the serial number in terminal.json.',
    devicesLost: 'It starts again within seconds; if this comes back, read the log of the terminal.',
    badSetting: 'The log of the terminal names the line of terminal.json that is wrong.',
    portUnavailable: CONNECT,
    portLost: CONNECT,
    noReply: CONNECT,
    badReply:
      'It answers, and not in its own words: check model and baudRate in terminal.json, then whether cables are swapped.',
  },
  swappedTodo:
    'Neither reader nor printer answers rightly: their cables may be swapped. Exchange them, then look at the power.',
  otherDeviceTodo: 'Switch the device off for 10 seconds and on again; then call for repair.',

  troubles: {
    storageFull: "The server's storage is full; nothing can be changed",
    storageFullTodo:
      'Delete or move files on the data disk that are not ours; never touch the data folder. It goes on by itself.',
    diskLow: (free) => `Only ${gigabytes(free)} GB left on the data disk`,
    diskLowTodo: 'Move other files away or take a larger disk; leave the data folder alone.',
    notConfigured: 'The hall has no configuration',
    notConfiguredTodo: 'The administrator imports the configuration of the hall.',
    clockBehind: (ms) => `The server's clock is ${seconds(ms)} s behind its last record`,
    clockBehindTodo: "Set the server's clock right and turn on time synchronisation; nothing timed happens until then.",
    missing: (kind, names) => `${KINDS[kind]} not connected: ${list(names)}`,
    missingTodo: {
      kiosk:
        'Is it switched on, is the network cable in? If the screen is on, restart it. Send people to another kiosk.',
      board: 'Dark: power and signal cable. "Link lost": network cable. Otherwise restart its player.',
      window: 'Is the PC at the window on, its cable in, the terminal program running? Calling goes on; rating waits.',
      pad: 'Is the tablet on, charged and in the network of the hall? Otherwise reload its page. Calling goes on; rating waits.',
      strip: 'Is the PC that drives the strips on, are its cables in? Boards go on showing the calls.',
      windowScreen: 'Is it on, is its cable in? Otherwise restart it. Boards go on showing the calls.',
    },
    clock: (name, ms) => `The clock of ${nameOf(name)} is ${seconds(ms)} s ${ms > 0 ? 'fast' : 'slow'}`,
    clockTodo: 'Turn on time synchronisation on that machine, from the same source as the server; check its time zone.',
    device: (name, device) => `${nameOf(name)}: ${deviceName(device)}, ${deviceState(device)}`,
    otherBuild: (names) => `Another version than the server: ${list(names)}`,
    otherBuildTodo: 'Screens update by themselves within minutes, else reload them; terminals as in docs/install.md.',
    strangers: (names) => `Connected but not in the configuration: ${list(names)}`,
    strangersTodo: 'Switch off what was replaced; have the administrator add what should be there.',
    settling: 'The server has just started; terminals and screens are coming back',
    settlingTodo: 'Wait a moment: whatever is not connected in half a minute will be listed here.',
  },
};

export default en;
