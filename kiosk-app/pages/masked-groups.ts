// How a typed ID number stands on the glass: in the groups of the number itself (region, birth date, order and check), open places marked.
const GROUPS = [6, 8, 4] as const;
const MASK = '●';
export const OPEN_PLACE = '_';

export function maskedGroups(number: string, isShown: boolean): readonly string[] {
  const said = isShown ? number : MASK.repeat(number.length);
  let from = 0;
  return GROUPS.map((length) => {
    const group = said.slice(from, from + length).padEnd(length, OPEN_PLACE);
    from += length;
    return group;
  });
}
