// The bar is always whole on a display that is there, docks where it is let go, and comes back when its display does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsAt, EDGE_GAP_PX, firstPlace, placeAt, SNAP_PX, type Area, type DesktopDisplay } from './docking.ts';

const COMPACT = { width: 560, height: 96 };
const OPEN = { width: 560, height: 220 };
const LEFT: DesktopDisplay = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
const RIGHT: DesktopDisplay = { id: 2, workArea: { x: 1920, y: -200, width: 1280, height: 984 } };
const BOTH = [LEFT, RIGHT];

const isInside = (bounds: Area, { workArea }: DesktopDisplay): boolean =>
  bounds.x >= workArea.x &&
  bounds.y >= workArea.y &&
  bounds.x + bounds.width <= workArea.x + workArea.width &&
  bounds.y + bounds.height <= workArea.y + workArea.height;

describe('docking', () => {
  it('begins at the top right of the primary display', () => {
    expect(boundsAt(firstPlace(LEFT), COMPACT, BOTH, LEFT)).toEqual({
      x: 1920 - 560 - EDGE_GAP_PX,
      y: EDGE_GAP_PX,
      ...COMPACT,
    });
  });

  it('goes to an edge that it is let go near to, also a little beyond it', () => {
    for (const beyond of [SNAP_PX, 0, -30]) {
      const place = placeAt({ x: 700, y: 1040 - 96 - beyond, ...COMPACT }, BOTH);
      expect(place).toMatchObject({ displayId: 1, down: 'end' });
      expect(place?.across).toBeTypeOf('number');
    }
  });

  it('stays where it was put between the edges', () => {
    const put = { x: 701, y: 403, ...COMPACT };
    const place = placeAt(put, BOTH);
    expect(place === null ? null : boundsAt(place, COMPACT, BOTH, LEFT)).toEqual(put);
  });

  it('docked at the bottom it opens upwards', () => {
    const place = { displayId: 1, across: 'start', down: 'end' } as const;
    expect(boundsAt(place, COMPACT, BOTH, LEFT).y).toBe(1040 - 96 - EDGE_GAP_PX);
    expect(boundsAt(place, OPEN, BOTH, LEFT).y).toBe(1040 - 220 - EDGE_GAP_PX);
  });

  it('is on the second display where its middle is, with coordinates below zero', () => {
    expect(placeAt({ x: 1700, y: -190, ...COMPACT }, BOTH)).toEqual({ displayId: 2, across: 'start', down: 'start' });
  });

  it('comes onto the primary display when its own vanishes, and goes back when that returns', () => {
    const place = { displayId: 2, across: 'end', down: 'end' } as const;
    const there = boundsAt(place, COMPACT, BOTH, LEFT);
    expect(isInside(there, RIGHT)).toBe(true);
    expect(isInside(boundsAt(place, COMPACT, [LEFT], LEFT), LEFT)).toBe(true);
    expect(boundsAt(place, COMPACT, BOTH, LEFT)).toEqual(there);
  });

  it('shows its left top where a display is smaller than the bar', () => {
    const tiny: DesktopDisplay = { id: 3, workArea: { x: 10, y: 20, width: 400, height: 80 } };
    expect(boundsAt(firstPlace(tiny), COMPACT, [tiny], tiny)).toMatchObject({ x: 10, y: 20 });
  });

  it('without any display nothing is remembered', () => {
    expect(placeAt({ x: 0, y: 0, ...COMPACT }, [])).toBeNull();
  });
});

const area = fc.record({
  x: fc.integer({ min: -4000, max: 4000 }),
  y: fc.integer({ min: -4000, max: 4000 }),
  width: fc.integer({ min: 600, max: 4000 }),
  height: fc.integer({ min: 300, max: 3000 }),
});
const desktop = fc
  .array(area, { minLength: 1, maxLength: 4 })
  .map((areas) => areas.map((workArea, index): DesktopDisplay => ({ id: index + 1, workArea })));

it('wherever it is let go, it stands whole on a display, and putting it there again changes nothing', () => {
  fc.assert(
    fc.property(
      desktop,
      fc.integer({ min: -6000, max: 8000 }),
      fc.integer({ min: -6000, max: 8000 }),
      (displays, x, y) => {
        const primary = displays[0] as DesktopDisplay;
        const place = placeAt({ x, y, ...COMPACT }, displays);
        if (place === null) throw new Error('a desktop with displays has a place');
        for (const size of [COMPACT, OPEN]) {
          const bounds = boundsAt(place, size, displays, primary);
          expect(displays.some((display) => isInside(bounds, display))).toBe(true);
        }
        const stands = boundsAt(place, COMPACT, displays, primary);
        const own = displays.filter(({ id }) => id === place.displayId);
        const again = placeAt(stands, own);
        expect(again === null ? null : boundsAt(again, COMPACT, displays, primary)).toEqual(stands);
      },
    ),
  );
});
