// A strip that hangs well on its line and is configured with another screen address, in words for the installer.
import type { Words } from '../ticket-printer/texts.ts';
import { EVERY_STRIP, type StripAddress } from './strip-question.ts';

/** The card is there and well: nothing is to be looked for at its cable. */
export function otherAddressWords({ screenAddress, deviceType }: StripAddress, says: number | null): Words {
  const own = says === null ? { zh: '', en: '' } : { zh: `，卡报的屏号是 ${says}`, en: `; it calls itself ${says}` };
  const type =
    deviceType === EVERY_STRIP.deviceType
      ? { zh: '', en: '' }
      : { zh: `或设备类型（deviceType）${deviceType} `, en: ` or its deviceType (${deviceType})` };
  return {
    zh: `条屏控制卡在线且有应答，但不应答所填的屏号：screenAddress ${screenAddress} ${type.zh}与卡内设置不一致${own.zh}。把 screenAddress 改成卡内的屏号；线上只有这一块屏时可填 65534`,
    en: `a card of a strip is here and answers, but not at the configured address: screenAddress ${screenAddress}${type.en} is not what is set in the card${own.en}. Set screenAddress to the card's; 65534 does where it is alone on the line`,
  };
}
