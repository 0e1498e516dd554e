// The command `page` of `npm run devices`. What it needs is loaded when it is asked for: the other commands start at once.
import type { FurtherCommand } from '@jiaohao/drivers/tool';
import { TOOL_PAGE_TEXTS } from './texts.ts';

const TEXT = { type: 'string' } as const;

export const PAGE_COMMAND: FurtherCommand = {
  name: 'page',
  options: { config: TEXT, port: { type: 'string', multiple: true }, 'page-port': TEXT },
  usage: TOOL_PAGE_TEXTS.usage,
  run: async (args) => (await import('./show-page.ts')).showPage(args),
};
