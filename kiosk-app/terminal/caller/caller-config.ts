// Settings of the floating caller in a terminal's configuration: `caller`. Only a window terminal has one.
import { z } from 'zod';
import { CallerLanguage } from '../../wire/caller.ts';
import { HotKeySettings } from './hot-key-table.ts';

export const CallerConfig = z.strictObject({
  hotKeys: HotKeySettings.prefault({}),
  language: CallerLanguage.default('zh'),
});
export type CallerConfig = z.infer<typeof CallerConfig>;
