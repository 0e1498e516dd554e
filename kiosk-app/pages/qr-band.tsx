// A band with a QR symbol in place of an icon: the applicant's phone page, for whoever has a phone; nobody needs one.
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import QRCode from 'qrcode';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { Words } from './words.tsx';

interface QrBandProps {
  readonly data: string;
  readonly text: Bilingual;
  readonly className: string;
}

export function QrBand({ data, text, className }: QrBandProps): ReactElement {
  return (
    <div className={`band ${className}`} data-fit="">
      <QrSymbol data={data} />
      <Words text={text} />
    </div>
  );
}

/** Modules of white around the symbol (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** Black on white on every ground: a camera must tell them apart. */
function QrSymbol({ data }: { readonly data: string }): ReactElement {
  const { side, path } = useMemo(() => drawn(data), [data]);
  return (
    <svg aria-hidden className="qr-symbol" viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

/** One unit square a black module. */
function drawn(data: string): { side: number; path: string } {
  const bytes = new TextEncoder().encode(data);
  const { modules } = QRCode.create([{ data: bytes, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const squares = Array.from(modules.data, (isBlack, at) => {
    const [x, y] = [(at % modules.size) + QUIET_ZONE, Math.floor(at / modules.size) + QUIET_ZONE];
    return isBlack === 0 ? '' : `M${x} ${y}h1v1h-1z`;
  });
  return { side: modules.size + 2 * QUIET_ZONE, path: squares.join('') };
}
