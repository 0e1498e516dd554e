// The applicant's phone page: opened by the QR symbol of one ticket, whose token stands behind the `#` and stays there.
import '../ui/no-eval.ts';
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/base.css';
import './frame.css';
import './waiting.css';
import './called.css';
import { standAgain } from '@jiaohao/look/stand-again';
import { createRoot } from 'react-dom/client';
import { LinkToken } from '@jiaohao/contracts/ticket-link';
import { HallConnection } from '../ui/hall-connection.ts';
import { settlePage } from '../ui/page-address.ts';
import { startPageRenewal } from '../ui/page-renewal.ts';
import { App } from './app.tsx';
import { NoticePage } from './notice-page.tsx';
import { LANGUAGE_TAGS } from './texts.ts';

const rootElement = document.getElementById('root');
if (rootElement === null) throw new Error('index.html has no #root');
const page = standAgain(rootElement, 'console', createRoot);
settlePage(LANGUAGE_TAGS.first);

// It is not moved to the browser's store: a tab that the phone brings back knows its ticket by its address, and two tickets have two.
const token = LinkToken.safeParse(location.hash.slice(1));
if (token.success) {
  const connection = new HallConnection({ token: token.data, onBroken: page.fall });
  connection.open();
  page.render(<App connection={connection} renewal={startPageRenewal()} />);
} else {
  page.render(<NoticePage notice="invalid" />);
}
