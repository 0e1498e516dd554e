// Sizes of the call panel by the shape of the screen and the number of calls in it, in px of the drawing.
import type { ScreenShape } from '../screen-shape.ts';

export interface PanelSizes {
  readonly className: string;
  /** Size of number and window; the widths only make it smaller. */
  readonly numberPx: number;
  readonly numberWidthPx: number;
  readonly windowWidthPx: number;
  readonly arrowPx: number;
  /** Width that the smaller line beside 请, and that beside 到窗口, may take. */
  readonly headSecondPx: number;
  readonly windowSecondPx: number;
  /** Inner width of the panel, and of it what the sentence in the first language may take. */
  readonly panelPx: number;
  readonly sentencePx: number;
  /** One call on a tall screen: the window stands below the number. */
  readonly isStacked: boolean;
}

const WIDE = { panelPx: 1_696, sentencePx: 900, headSecondPx: 420, windowSecondPx: 280, isStacked: false } as const;
const TALL = { panelPx: 872, sentencePx: 872, headSecondPx: 360, windowSecondPx: 260, isStacked: false } as const;

const SIZES: Readonly<Record<ScreenShape, readonly [PanelSizes, PanelSizes, PanelSizes]>> = {
  landscape: [
    { ...WIDE, className: 'rows-1', numberPx: 400, numberWidthPx: 992, windowWidthPx: 496, arrowPx: 156 },
    { ...WIDE, className: 'rows-2', numberPx: 230, numberWidthPx: 800, windowWidthPx: 496, arrowPx: 110 },
    { ...WIDE, className: 'rows-3', numberPx: 150, numberWidthPx: 700, windowWidthPx: 496, arrowPx: 80 },
  ],
  portrait: [
    {
      ...TALL,
      className: 'rows-1',
      numberPx: 400,
      numberWidthPx: 872,
      windowWidthPx: 872,
      arrowPx: 0,
      isStacked: true,
    },
    { ...TALL, className: 'rows-2', numberPx: 230, numberWidthPx: 450, windowWidthPx: 285, arrowPx: 84 },
    { ...TALL, className: 'rows-3', numberPx: 150, numberWidthPx: 450, windowWidthPx: 285, arrowPx: 72 },
  ],
};

export function panelSizes(shape: ScreenShape, rows: number): PanelSizes {
  const [one, two, three] = SIZES[shape];
  if (rows <= 1) return one;
  return rows === 2 ? two : three;
}
