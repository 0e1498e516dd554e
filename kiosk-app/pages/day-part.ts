// Which half of the day a span of opening hours lies in.

const NOON = '12:00';

/** `opens`, `closes`: HH:MM. Spans on both sides of noon are of the whole day. */
export function dayPart(span: { readonly opens: string; readonly closes: string }): 'morning' | 'afternoon' | 'allDay' {
  if (span.closes <= NOON) return 'morning';
  return span.opens >= NOON ? 'afternoon' : 'allDay';
}
