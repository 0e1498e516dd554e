// The technician's page: styles, the token of this tab, and the one React root.
import '../ui/no-eval.ts';
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/base.css';
import '../ui/ui.css';
import '../ui/entry.css';
import './health.css';
import './stations.css';
import { standAgain } from '@jiaohao/look/stand-again';
import { createRoot } from 'react-dom/client';
import { takeToken } from './access.ts';
import { App } from './app.tsx';
import { LANGUAGE_TAG, TEXTS } from './texts.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// Another token in the address of an open page is another person: begin anew.
addEventListener('hashchange', () => location.reload());
document.documentElement.lang = LANGUAGE_TAG;
document.title = TEXTS.entry.product.first;
standAgain(root, 'console', createRoot).render(<App opened={takeToken()} />);
