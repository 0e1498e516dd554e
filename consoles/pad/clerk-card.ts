// What of a long name and a long list of services the clerk card can carry, so that nothing on it is ever cut.
import { TEXTS } from './texts.ts';

/** Characters of the clerk's name that fit the card at the size of the drawing, and at half of it. */
const LARGE_NAME_MAX = 5;
const MIDDLE_NAME_MAX = 11;
/** Characters of services that fit two lines of the card; beyond, the letters get smaller. */
const LARGE_SERVICES_MAX = 12;
/** Characters that fit at all: the rest is a count. */
const SERVICES_MAX = 48;

export function nameClass(name: string): 'large' | 'middle' | 'small' {
  const length = Array.from(name).length;
  if (length <= LARGE_NAME_MAX) return 'large';
  return length <= MIDDLE_NAME_MAX ? 'middle' : 'small';
}

/** The first services in the hall's order, at least one, and how many there are in all where not all are named. */
export function servicesShown(services: readonly string[]): { readonly text: string; readonly isLong: boolean } {
  let text = '';
  for (const [at, service] of services.entries()) {
    const longer = at === 0 ? service : `${text}${TEXTS.betweenServices.first}${service}`;
    if (at > 0 && longer.length > SERVICES_MAX) {
      return { text: `${text}${TEXTS.moreServices(services.length).first}`, isLong: true };
    }
    text = longer;
  }
  return { text, isLong: text.length > LARGE_SERVICES_MAX };
}
