// The clerk console's door: styles, the keys of this browser, and the one React root.
import '../ui/no-eval.ts';
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/base.css';
import '../ui/ui.css';
import '../ui/entry.css';
import './frame.css';
import './ticket.css';
import './work.css';
import './sizes.css';
import './column.css';
import './choose.css';
import { standAgain } from '@jiaohao/look/stand-again';
import { createRoot } from 'react-dom/client';
import { takeAccess } from './access.ts';
import { startPageRenewal } from '../ui/page-renewal.ts';
import { LANGUAGE_TAG } from '../texts.ts';
import { App } from './app.tsx';
import { KEYS_STORED_AS, readKeys } from './keys.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// Another token in the address of an open page is another person: begin anew.
addEventListener('hashchange', () => location.reload());
document.documentElement.lang = LANGUAGE_TAG;
const page = standAgain(root, 'console', createRoot);
page.render(
  <App
    opened={takeAccess()}
    keys={readKeys(localStorage.getItem(KEYS_STORED_AS))}
    renewal={startPageRenewal()}
    onBroken={page.fall}
  />,
);
