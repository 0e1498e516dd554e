// Where to wait, in words: floor and zone of a ticket.
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { KioskView } from '@jiaohao/contracts/views';
import { fill, texts } from './texts.ts';

interface Place {
  /** 请到 1 楼 A 区 等候区等候，看大屏叫号 */
  readonly sentence: Bilingual;
  /** 1 楼 A 区 */
  readonly short: Bilingual;
}

/** Null where the view does not know the zone (any more): then the paper says it, or staff do. */
export function placeOf(view: KioskView | null, zoneId: string): Place | null {
  const zone = view?.zones.find((one) => one.zoneId === zoneId);
  if (zone === undefined) return null;
  const values = { floor: floorWords(zone.floor), zone: zone.name };
  return { sentence: fill(texts.ticket.place, values), short: fill(texts.trouble.placeShort, values) };
}

function floorWords(floor: number): Bilingual {
  if (floor >= 0) return { zh: String(floor), en: String(floor) };
  return { zh: `地下 ${-floor}`, en: `B${-floor}` };
}
