// Sex and nation of a card: the codes on the chip and the words printed on it (GB/T 2261.1, GB/T 3304 and two codes of card practice).

const SEXES: ReadonlyMap<string, string> = new Map([
  ['0', '未知'],
  ['1', '男'],
  ['2', '女'],
  ['9', '未说明'],
]);

/** GB/T 3304, 01 to 56 in order. */
const NATIONS = (
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 ' +
  '达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
).split(' ');
const OTHER_NATIONS: Readonly<Record<string, string>> = { '97': '其他', '98': '外国血统中国籍人士' };

const NATION_WORDS: ReadonlyMap<string, string> = new Map([
  ...NATIONS.map((word, index): [string, string] => [String(index + 1).padStart(2, '0'), word]),
  ...Object.entries(OTHER_NATIONS),
]);

/** An unknown code is shown as it is. */
export function sexWord(code: string): string {
  return SEXES.get(code) ?? code;
}

/** An unknown code is shown as it is. */
export function nationWord(code: string): string {
  return NATION_WORDS.get(code) ?? code;
}

/** From a code, or from the word (汉 or 汉族); null for anything else. */
export function nationCodeOf(text: string): string | null {
  if (/^\d{2}$/.test(text)) return text;
  const word = text.endsWith('族') ? text.slice(0, -1) : text;
  return [...NATION_WORDS].find(([, each]) => each === word)?.[0] ?? null;
}

/** From a code, or from the word; null for anything else. */
export function sexCodeOf(text: string): string | null {
  if (SEXES.has(text)) return text;
  const english: Readonly<Record<string, string>> = { male: '1', female: '2' };
  return english[text] ?? [...SEXES].find(([, word]) => word === text)?.[0] ?? null;
}
