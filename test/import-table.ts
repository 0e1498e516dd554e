// Who may import whom: the table of docs/architecture.md as data. First matching row decides; tests and simulators have rows of their own.

interface Row {
  /** Which files the row is about. */
  readonly from: RegExp;
  /** Our own rooms that may be imported, as path prefixes; the file's own room is always allowed. */
  readonly rooms: readonly string[];
  /** Packages that may be imported. */
  readonly packages: readonly RegExp[];
}

const NODE = /^node:/;
const REACT = [/^react(-dom)?(\/|$)/, /^lucide-react$/, /^@jiaohao\/look\//, /^@jiaohao\/contracts\//, /\.css$/];
const ANYTHING = [/./];
const CONTRACTS = /^@jiaohao\/contracts\//;

const ROWS: readonly Row[] = [
  { from: /^(demo|test|packaging)\/|^[^/]+\.(ts|js)$/, rooms: [''], packages: ANYTHING },
  { from: /\.test\.tsx?$|\/testing\//, rooms: [''], packages: ANYTHING },
  { from: /^contracts\//, rooms: ['contracts/'], packages: [/^zod$/] },
  { from: /^look\//, rooms: ['look/'], packages: REACT },
  { from: /^hall-server\/engine\//, rooms: ['hall-server/engine/'], packages: [CONTRACTS, /^zod$/] },
  {
    from: /^hall-server\/journal\//,
    rooms: ['hall-server/journal/', 'hall-server/hall-door.ts'],
    packages: [CONTRACTS, /^better-sqlite3$/, NODE],
  },
  {
    from: /^hall-server\/gateway\//,
    rooms: ['hall-server/gateway/', 'hall-server/hall-door.ts'],
    packages: [CONTRACTS, /^(fastify|@fastify\/static|socket\.io|pino|prom-client|zod)/, NODE],
  },
  {
    from: /^hall-server\/hall\.ts$/,
    rooms: ['hall-server/engine/', 'hall-server/journal/', 'hall-server/'],
    packages: [CONTRACTS],
  },
  { from: /^hall-server\//, rooms: ['hall-server/'], packages: [CONTRACTS, /^(pino|zod)$/, NODE] },
  { from: /^drivers\/(.*\/codec\.ts$|framing\/|exchange\.ts$)/, rooms: ['drivers/'], packages: [/^iconv-lite$/] },
  { from: /^drivers\/port\//, rooms: ['drivers/'], packages: [/^(serialport|usb|node-hid|ws)$|^@serialport\//, NODE] },
  { from: /^drivers\//, rooms: ['drivers/'], packages: [/^(iconv-lite|@napi-rs\/canvas)$/, NODE] },
  { from: /^kiosk-app\/wire\//, rooms: ['kiosk-app/wire/'], packages: [CONTRACTS, /^zod$/] },
  {
    from: /^kiosk-app\/terminal\//,
    rooms: ['kiosk-app/terminal/', 'kiosk-app/wire/'],
    packages: [CONTRACTS, /^@jiaohao\/drivers$/, /^(socket\.io-client|zod|pino)$/, NODE],
  },
  {
    from: /^kiosk-app\/template-editor\//,
    rooms: ['kiosk-app/template-editor/', 'kiosk-app/terminal/', 'kiosk-app/wire/'],
    packages: [CONTRACTS, /^@jiaohao\/drivers$/, /^zod$/, NODE],
  },
  {
    from: /^kiosk-app\/devices-tool\//,
    rooms: ['kiosk-app/devices-tool/', 'kiosk-app/browser/', 'kiosk-app/terminal/', 'kiosk-app/wire/'],
    packages: [CONTRACTS, /^@jiaohao\/drivers\/tool$/, /^(pino|zod)$/, NODE],
  },
  {
    from: /^kiosk-app\/devices\//,
    rooms: ['kiosk-app/devices/', 'kiosk-app/wire/'],
    packages: [/^@jiaohao\/drivers$/, /^zod$/, NODE],
  },
  {
    from: /^kiosk-app\/browser\//,
    rooms: ['kiosk-app/browser/', 'kiosk-app/terminal/', 'kiosk-app/devices/', 'kiosk-app/wire/'],
    packages: [CONTRACTS, /^(fastify|@fastify\/static|ws|pino|zod)$/, NODE],
  },
  {
    from: /^kiosk-app\/electron\/page-side\//,
    rooms: ['kiosk-app/electron/page-side/', 'kiosk-app/wire/'],
    packages: [/^electron$/, /^zod$/, /^@jiaohao\/look\//],
  },
  {
    from: /^kiosk-app\/electron\//,
    rooms: ['kiosk-app/electron/', 'kiosk-app/terminal/', 'kiosk-app/devices/', 'kiosk-app/wire/'],
    packages: [CONTRACTS, /^(electron|@electron\/fuses|pino|rotating-file-stream|zod)$/, NODE],
  },
  {
    from: /^kiosk-app\/pages\//,
    rooms: ['kiosk-app/pages/', 'kiosk-app/wire/'],
    packages: [...REACT, /^(zod|qrcode)$/],
  },
  { from: /^kiosk-app\/caller-page\//, rooms: ['kiosk-app/caller-page/', 'kiosk-app/wire/'], packages: REACT },
  { from: /^display-board\//, rooms: ['display-board/'], packages: [...REACT, /^(zod|socket\.io-client)$/] },
  { from: /^consoles\//, rooms: ['consoles/'], packages: [...REACT, /^(zod|socket\.io-client)$/] },
];

/** The workspace of a file, or of one of our packages. */
export function folderOf(target: string): string {
  const own = /^@jiaohao\/([^/]+)/.exec(target);
  return own?.[1] ?? target.split('/')[0] ?? '';
}

export const importTable = {
  /** `target` is a path from the root, or a package's name as written in the import. */
  mayImport: (file: string, target: string): boolean => {
    const row = ROWS.find((each) => each.from.test(file));
    if (row === undefined) return false;
    const isPath = /\.(tsx?|css|json)$/.test(target) && !target.startsWith('@');
    if (isPath) return row.rooms.some((room) => target.startsWith(room)) || dirOf(target) === dirOf(file);
    return row.packages.some((name) => name.test(target));
  },
};

function dirOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
