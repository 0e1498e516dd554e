// How a terminal shows itself on its own screen: settings of the Electron host. The browser host has no screen; of these it heeds the PIN only.
import { z } from 'zod';
import { PIN_HASH } from './leave-pin.ts';

export const ShellConfig = z.strictObject({
  /** Position in the system's list from 0, or part of the display's name. Without it the primary display. */
  display: z.union([z.int().min(0).max(15), z.string().min(1).max(100)]).exactOptional(),
  /** Starts with the session of the user who is signed in. Left out: what the system has is not touched. */
  autostart: z.boolean().exactOptional(),
  /** Staff's PIN, in both hosts. Without it a terminal that runs has no self-test, and a kiosk is not left at its glass. */
  leavePin: z.string().regex(PIN_HASH, 'the line that "devices make-pin" prints').exactOptional(),
  /** Without it `logs` in the data folder. */
  logFolder: z.string().min(1).exactOptional(),
});
export type ShellConfig = z.infer<typeof ShellConfig>;
