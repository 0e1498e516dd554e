// What the self-test sends to devices that are looked at: a number to call pads, each window's name to its strip.
import type { DeviceSetting } from '../../wire/devices.ts';
import type { DevicesLink } from '../devices-link.ts';
import { SELF_TEST_TEXTS as TEXTS } from '../texts.ts';

type Showing = Pick<DevicesLink, 'show'>;

/** A number and a beep. False where there are no call pads. */
export function showOnCallPads(settings: readonly DeviceSetting[], devices: Showing): boolean {
  const pads = settings.filter(({ kind }) => kind === 'callPad');
  for (const { windowId } of pads) {
    const ofWindow = windowId === undefined ? {} : { windowId };
    devices.show({ type: 'showOnPad', display: { ticketNumber: TEXTS.ticketNumber, waiting: null }, ...ofWindow });
    devices.show({ type: 'beepPad', ...ofWindow });
  }
  return pads.length > 0;
}

/** Exchanged strips are seen by the window that each of them shows. False where there are no strips. */
export function showOnStrips(settings: readonly DeviceSetting[], devices: Showing): boolean {
  const strips = settings.filter(({ kind }) => kind === 'ledStrip');
  for (const { windowId } of strips) {
    const place = windowId ?? '';
    const content = { wordings: [[`${TEXTS.title} ${place}`.trim()], [place === '' ? TEXTS.short : place]] };
    devices.show({
      type: 'showOnStrip',
      content: { ...content, colour: 'red' },
      ...(windowId === undefined ? {} : { windowId }),
    });
  }
  return strips.length > 0;
}
