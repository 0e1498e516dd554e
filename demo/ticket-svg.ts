// The picture of a printed ticket, drawn from what the printer's bytes put on the paper.
import { ticketPicture } from '@jiaohao/drivers/simulators';
import QRCode from 'qrcode';
import type { KeptTicket } from './simulated-devices.ts';

/** One SVG document. */
export function ticketSvg({ printed }: KeptTicket, widthDots: number): string {
  const picture = ticketPicture(printed.elements, { widthDots, qrModules });
  // The bench has less room than paper: hard edges at less than a dot a pixel would lose strokes.
  return picture.replace(' filter="url(#thermal)"', '');
}

function qrModules(data: string): boolean[][] {
  const { size, get } = modulesOf(data);
  return Array.from({ length: size }, (_row, y) => Array.from({ length: size }, (_column, x) => get(y, x)));
}

function modulesOf(data: string): { size: number; get: (row: number, column: number) => boolean } {
  const { modules } = QRCode.create(data, { errorCorrectionLevel: 'M' });
  return { size: modules.size, get: (row, column) => modules.get(row, column) !== 0 };
}
