// What the tests need from the system: installed here where that is allowed, else named exactly. Nothing is skipped for want of it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

interface Need {
  readonly debianPackage: string;
  readonly what: string;
  readonly isThere: () => boolean;
}

const NEEDS: readonly Need[] = [
  { debianPackage: 'chromium', what: 'Chromium, for the journeys', isThere: () => existsSync('/usr/bin/chromium') },
  { debianPackage: 'fonts-noto-cjk', what: 'a system font with Chinese characters', isThere: hasChineseFont },
  {
    debianPackage: 'systemd',
    what: 'systemd-analyze, for the units of the packages',
    isThere: () => runs('systemd-analyze', ['--version']),
  },
  { debianPackage: 'socat', what: 'socat, for serial lines without hardware', isThere: () => runs('socat', ['-V']) },
];

/** Returns the sentences about what is missing and could not be installed; empty when all is there. */
export function provideSystemNeeds(): string[] {
  const missing = NEEDS.filter((need) => !need.isThere());
  if (missing.length > 0 && process.getuid?.() === 0 && runs('apt-get', ['--version'])) install(missing);
  return NEEDS.filter((need) => !need.isThere()).map(
    (need) => `Missing: ${need.what}. As root: apt-get install ${need.debianPackage}`,
  );
}

function install(needs: readonly Need[]): void {
  const packages = needs.map((need) => need.debianPackage);
  process.stdout.write(`installing ${packages.join(' ')}\n`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

function runs(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
