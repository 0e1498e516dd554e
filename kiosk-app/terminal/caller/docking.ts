// Where the bar stands: at the edges of a display's work area, always whole on a display that is there. Pure; in the desktop's own px.

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface DesktopDisplay {
  readonly id: number;
  /** Without task bars and panels. */
  readonly workArea: Area;
}

/** `start`: left or top edge. A share: how far along the free space, 0 to 1, where it is docked to neither. */
export type Hold = 'start' | 'end' | number;

/** Where a person put the bar: kept, also while its display is away. */
export interface BarPlace {
  readonly displayId: number;
  readonly across: Hold;
  readonly down: Hold;
}

/** Let go this near to an edge, the bar goes to it. */
export const SNAP_PX = 24;
/** Between the bar and the edge it is docked to. */
export const EDGE_GAP_PX = 8;

/** Where nobody has put it yet: top right, over the title bars, where few programs have what is needed all the time. */
export function firstPlace(primary: DesktopDisplay): BarPlace {
  return { displayId: primary.id, across: 'end', down: 'start' };
}

/** The place that means these bounds: the display under the bar's middle, and its near edges. */
export function placeAt(bounds: Area, displays: readonly DesktopDisplay[]): BarPlace | null {
  const display = nearest(bounds, displays);
  if (display === null) return null;
  const { id: displayId, workArea } = display;
  return {
    displayId,
    across: holdOf(bounds.x - workArea.x, bounds.width, workArea.width),
    down: holdOf(bounds.y - workArea.y, bounds.height, workArea.height),
  };
}

/**
 * Bounds for a bar of this size at its place. A display that is gone is stood in for by `primary`, with the same hold; an edge that it
 * is docked to stays where it is when the bar opens. Whole px, whole on the display wherever the display is large enough.
 */
export function boundsAt(
  place: BarPlace,
  size: Size,
  displays: readonly DesktopDisplay[],
  primary: DesktopDisplay,
): Area {
  const { workArea } = displays.find(({ id }) => id === place.displayId) ?? primary;
  const x = workArea.x + offsetOf(place.across, size.width, workArea.width);
  const y = workArea.y + offsetOf(place.down, size.height, workArea.height);
  return { x, y, ...size };
}

function holdOf(offset: number, length: number, room: number): Hold {
  const free = room - length;
  if (offset <= SNAP_PX) return 'start';
  if (offset >= free - SNAP_PX) return 'end';
  return offset / free;
}

function offsetOf(hold: Hold, length: number, room: number): number {
  const free = Math.max(0, Math.floor(room) - length);
  const gap = Math.min(EDGE_GAP_PX, Math.floor(free / 2));
  if (hold === 'start') return gap;
  if (hold === 'end') return free - gap;
  return Math.min(free, Math.max(0, Math.round(hold * free)));
}

/** The display that the middle of the bar is on, or comes nearest to; null without any. */
function nearest(bounds: Area, displays: readonly DesktopDisplay[]): DesktopDisplay | null {
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  let best: { display: DesktopDisplay; distance: number } | null = null;
  for (const display of displays) {
    const { x, y, width, height } = display.workArea;
    const distance = Math.hypot(outside(middle.x, x, width), outside(middle.y, y, height));
    if (best === null || distance < best.distance) best = { display, distance };
  }
  return best?.display ?? null;
}

/** How far a point is from the span, 0 inside it. */
function outside(point: number, from: number, length: number): number {
  return Math.max(from - point, 0, point - (from + length));
}
