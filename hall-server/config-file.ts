// Reads the configuration of a hall from a file; a mistake is named with the path of the field and what is expected.
import { readFileSync } from 'node:fs';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import { fieldIssues } from './gateway/issue-words.ts';
import { OptionMistake } from './server-options.ts';

/** Throws OptionMistake with one line for every mistake. */
export function readConfigFile(file: string): HallConfig {
  const value = jsonOf(file);
  const parsed = HallConfig.safeParse(value);
  if (parsed.success) return parsed.data;
  const lines = fieldIssues(HallConfig, value).map(({ path, zh, en }) => `  ${pathOf(path)}: ${zh} / ${en}`);
  const mistakes = lines.length === 1 ? 'a mistake' : 'mistakes';
  throw new OptionMistake(`配置文件 ${file} 有错误 / The configuration ${file} has ${mistakes}:\n${lines.join('\n')}`);
}

function jsonOf(file: string): unknown {
  try {
    // An editor may have put a byte order mark before it.
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OptionMistake(`配置文件 ${file} 无法读取 / The configuration ${file} cannot be read: ${why}`, {
      cause: error,
    });
  }
}

/** queues[0].prefix */
function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(whole file)';
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`))
    .join('');
}
