// What the simulated printer printed, as files: the text of each ticket and a picture of its paper.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintedTicket } from '../ticket-printer/escpos/paper.ts';
import { ticketPicture } from '../ticket-printer/escpos/picture.ts';

/** Writes `ticket-NNN.txt`, `.svg` and `.bin` into the folder, which must be there. The names of the files, by kind. */
export function keepPrinted(folder: string, count: number, ticket: PrintedTicket, widthDots: number) {
  const file = (kind: string): string => join(folder, `ticket-${String(count).padStart(3, '0')}.${kind}`);
  const files = { text: file('txt'), picture: file('svg'), bytes: file('bin') };
  writeFileSync(files.text, textOf(ticket));
  writeFileSync(files.picture, ticketPicture(ticket.elements, { widthDots }));
  writeFileSync(files.bytes, ticket.bytes);
  return files;
}

function textOf({ elements }: PrintedTicket): string {
  const lines = elements.flatMap((element) => {
    switch (element.type) {
      case 'line':
        return [element.runs.map((run) => run.text).join('')];
      case 'qr':
        return [`[QR ${element.data}]`];
      case 'barcode':
        return [`[CODE128 ${element.data}]`];
      case 'raster':
        return [`[picture ${element.widthDots} x ${element.heightDots}]`];
      case 'storedLogo':
        return [`[logo ${element.slot}]`];
      case 'garbage':
        return [`[rubbish ${Buffer.from(element.bytes).toString('hex')}]`];
      case 'feed':
        return [''];
      case 'cut':
        return [];
    }
  });
  return `${lines.join('\n')}\n`;
}
