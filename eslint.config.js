// The one linter: type-aware rules, and the import table of docs/architecture.md (its own test is test/tidy.test.ts).
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import compat from 'eslint-plugin-compat';

/** Forbids imports in a folder: each pattern is a glob over module names, with the reason shown to the reader. */
function never(files, patterns, ignores = ['**/*.test.ts', '**/testing/**']) {
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: patterns.map(([group, message]) => ({ group: [group].flat(), message })) },
      ],
    },
  };
}

const NODE = [['node:*'], 'pages run in a browser'];
const DEVICES = [['serialport', '@serialport/*', 'node-hid', 'usb'], 'native device modules live in drivers/port only'];

export default defineConfig(
  { ignores: ['**/node_modules/', '**/dist/', 'hall-data/', 'eslint.config.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  {
    ...compat.configs['flat/recommended'],
    files: [
      'display-board/**/*.ts',
      'display-board/**/*.tsx',
      'look/**/*.tsx',
      'consoles/pad/**/*.ts',
      'consoles/pad/**/*.tsx',
      'consoles/phone/**/*.ts',
      'consoles/phone/**/*.tsx',
      'consoles/ui/**/*.ts',
    ],
  },

  never(['contracts/**/*.ts'], [['@jiaohao/*', 'contracts imports nothing of ours'], NODE]),
  never(
    ['hall-server/engine/**/*.ts'],
    [
      [['node:*', 'better-sqlite3', 'socket.io', 'fastify', 'pino'], 'the engine is pure'],
      [['**/journal/**', '**/gateway/**', '**/hall.ts'], 'the engine knows no shell'],
    ],
  ),
  {
    files: ['hall-server/engine/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'Date',
        'setTimeout',
        'setInterval',
        'setImmediate',
        'process',
        'performance',
        'crypto',
        'console',
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'the engine is pure' }],
      'no-restricted-syntax': [
        'error',
        { selector: ':function[async=true]', message: 'the engine is pure' },
        { selector: 'AwaitExpression', message: 'the engine is pure' },
      ],
    },
  },
  never(
    ['hall-server/journal/**/*.ts', 'hall-server/reports/**/*.ts'],
    [[['**/gateway/**', '**/engine/**', 'socket.io', 'fastify'], 'the journal knows only contracts and SQLite']],
  ),
  never(['hall-server/hall.ts'], [[['**/gateway/**', 'socket.io', 'fastify'], 'the hall knows no network']]),
  never(
    ['hall-server/gateway/**/*.ts'],
    [[['**/journal/**', '**/engine/**', 'better-sqlite3'], 'the gateway speaks to the hall only']],
  ),
  never(
    ['drivers/**/*.ts'],
    [[['@jiaohao/*'], 'a printer prints lines, not tickets'], DEVICES],
    ['drivers/port/**', '**/*.test.ts', '**/testing/**'],
  ),
  never(
    ['drivers/**/codec.ts', 'drivers/framing/**/*.ts', 'drivers/exchange.ts'],
    [[['**/port/**', 'node:timers*', ...DEVICES[0]], 'codecs, framing and the exchange are pure']],
  ),
  never(
    ['kiosk-app/terminal/**/*.ts'],
    [
      [['electron', 'react', 'react-dom'], 'the core has no host'],
      [['@jiaohao/drivers'], 'devices run in their own process'],
    ],
  ),
  never(['kiosk-app/devices/**/*.ts'], [[['socket.io*', '**/pages/**'], 'the devices process knows only devices']]),
  never(
    ['kiosk-app/browser/**/*.ts'],
    [[['**/pages/**', '**/electron/**', 'electron'], 'a host serves pages, it does not import them']],
  ),
  never(
    [
      'kiosk-app/pages/**/*.ts',
      'kiosk-app/pages/**/*.tsx',
      'kiosk-app/caller-page/**/*.ts',
      'kiosk-app/caller-page/**/*.tsx',
    ],
    [
      NODE,
      [
        ['electron', 'socket.io*', '@jiaohao/drivers*', '@jiaohao/hall-server*'],
        'pages speak to the terminal through kiosk-app/wire',
      ],
    ],
  ),
  never(
    ['display-board/**/*.ts', 'display-board/**/*.tsx', 'consoles/**/*.ts', 'consoles/**/*.tsx', 'look/**/*.tsx'],
    [
      NODE,
      [
        ['electron', '@jiaohao/drivers*', '@jiaohao/hall-server*', '@jiaohao/kiosk-app*'],
        'pages know the contracts only',
      ],
    ],
  ),
);
