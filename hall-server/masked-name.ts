// A name as staff may see it: the family name, the rest as stars (docs/architecture.md, personal data).

/** Two-character family names in common use; the rest of the name is hidden all the same if one is missing here. */
const COMPOUND = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '宇文',
  '长孙',
  '夏侯',
  '端木',
  '南宫',
]);

/** 张三 -> 张*, 欧阳修远 -> 欧阳**; other scripts keep one letter. */
export function maskedName(name: string): string {
  const characters = Array.from(name.trim());
  const kept = characters.length > 2 && COMPOUND.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return characters.slice(0, kept).join('') + '*'.repeat(Math.max(1, characters.length - kept));
}
