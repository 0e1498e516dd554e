// Settings of the floating caller in a terminal's configuration: `caller`. Only a window terminal has one.
import { z } from 'zod';
import { HotKeySettings } from './hot-key-table.ts';

export const CallerConfig = z.strictObject({
  hotKeys: HotKeySettings.prefault({}),
  language: z.enum(['zh', 'en']).default('zh'),
});
export type CallerConfig = z.infer<typeof CallerConfig>;
