// Everything that a card tells, for the installer's self-test; the hall itself is given an IdCard and no more
// (docs/protocols/id-card-reader.md, "The whole card"). Pure.
import type { IdCard } from '../contract.ts';
import { decodeCardText, isoDate, textAt } from './card-text.ts';

export interface WholeCard extends IdCard {
  /** GB/T 2261.1 in Chinese, or the code as it stands. */
  readonly sex: string;
  /** GB/T 3304 in Chinese, or the code as it stands; null on cards without one. */
  readonly nation: string | null;
  readonly englishName: string | null;
  /** Three letters, GB/T 2659. */
  readonly nationality: string | null;
  readonly address: string | null;
  readonly issuer: string | null;
  /** YYYY-MM-DD or null. */
  readonly validFrom: string | null;
  /** Pass number and times of issue of a Hong Kong, Macao or Taiwan residence permit. */
  readonly passNumber: string | null;
  readonly issueCount: string | null;
}

type Fields = Omit<WholeCard, keyof IdCard | 'sex' | 'validFrom'>;

const SEXES: ReadonlyMap<string, string> = new Map([
  ['0', '未知'],
  ['1', '男'],
  ['2', '女'],
  ['9', '未说明'],
]);

/** GB/T 3304-1991, codes 01 to 56 in order. */
const NATIONS = (
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 ' +
  '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 ' +
  '独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
).split(' ');
const OTHER_NATIONS: ReadonlyMap<string, string> = new Map([
  ['97', '其他'],
  ['98', '外国血统中国籍人士'],
]);

/** Null where decodeCardText says so: a card that we do not know. */
export function decodeWholeCard(block: Uint8Array): WholeCard | null {
  const card = decodeCardText(block);
  if (card === null) return null;
  const read = (...fields: (readonly [number, number])[]): string | null => textAt(block, fields) || null;
  const sexCode = read(card.kind === 'foreigner2017' ? [120, 2] : [30, 2]) ?? '';
  return {
    ...card,
    sex: SEXES.get(sexCode) ?? sexCode,
    validFrom: isoDate(read([188, 16]) ?? ''),
    ...fieldsOf(card.kind, read),
  };
}

export function nationName(code: string): string {
  const index = /^\d{2}$/.test(code) ? Number(code) - 1 : -1;
  return NATIONS[index] ?? OTHER_NATIONS.get(code) ?? code;
}

function fieldsOf(kind: IdCard['kind'], read: (...fields: (readonly [number, number])[]) => string | null): Fields {
  const none = {
    ...{ nation: null, englishName: null, nationality: null, address: null },
    ...{ issuer: null, passNumber: null, issueCount: null },
  };
  switch (kind) {
    case 'resident': {
      const nation = read([32, 4]);
      return { ...none, nation: nation && nationName(nation), address: read([52, 70]), issuer: read([158, 30]) };
    }
    case 'hkMacaoTaiwan':
      return {
        ...none,
        address: read([52, 70]),
        issuer: read([158, 30]),
        passNumber: read([220, 18]),
        issueCount: read([238, 4]),
      };
    case 'foreigner2017':
      return { ...none, englishName: read([0, 120]), nationality: read([152, 6]) };
    case 'foreigner2023':
      return { ...none, englishName: read([52, 70], [220, 22]), nationality: read([242, 6]) };
  }
}
