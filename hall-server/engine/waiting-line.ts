// Tickets waiting in one queue and priority class, in calling order: heads, joining and leaving cost the same however long the line.

interface Place {
  readonly ticketId: number;
  /** Orders heads of different lines: the seq of the arrival, or of the ticket one was requeued behind. */
  readonly orderKey: number;
  before: Place | null;
  behind: Place | null;
}

export interface WaitingLine {
  first: Place | null;
  last: Place | null;
  readonly places: Map<number, Place>;
}

export type { Place };

export function emptyLine(): WaitingLine {
  return { first: null, last: null, places: new Map() };
}

export function joinLine(line: WaitingLine, ticketId: number, orderKey: number): void {
  insertBefore(line, { ticketId, orderKey, before: null, behind: null }, null);
}

/**
 * Puts a ticket directly behind the ticket given, with its order key (rule Q15); behind nobody: at the end with `elseKey`.
 */
export function joinBehind(line: WaitingLine, ticketId: number, aheadTicketId: number | null, elseKey: number): void {
  const ahead = aheadTicketId === null ? null : (line.places.get(aheadTicketId) ?? null);
  if (ahead === null) joinLine(line, ticketId, elseKey);
  else insertBefore(line, { ticketId, orderKey: ahead.orderKey, before: null, behind: null }, ahead.behind);
}

export function leaveLine(line: WaitingLine, ticketId: number): void {
  const place = line.places.get(ticketId);
  if (place === undefined) return;
  line.places.delete(ticketId);
  if (place.before === null) line.first = place.behind;
  else place.before.behind = place.behind;
  if (place.behind === null) line.last = place.before;
  else place.behind.before = place.before;
}

/** The ticket at a place counted from 0; null when the line is shorter. Walks `index` steps. */
export function ticketAt(line: WaitingLine, index: number): number | null {
  let place = line.first;
  for (let step = 0; step < index && place !== null; step++) place = place.behind;
  return place?.ticketId ?? null;
}

/** How many stand before a ticket. Walks from the ticket to the head. */
export function countAhead(line: WaitingLine, ticketId: number): number {
  let ahead = 0;
  for (let place = line.places.get(ticketId)?.before ?? null; place !== null; place = place.before) ahead++;
  return ahead;
}

function insertBefore(line: WaitingLine, place: Place, behind: Place | null): void {
  place.behind = behind;
  place.before = behind === null ? line.last : behind.before;
  if (place.before === null) line.first = place;
  else place.before.behind = place;
  if (behind === null) line.last = place;
  else behind.before = place;
  line.places.set(place.ticketId, place);
}
