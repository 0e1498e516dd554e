// The technician's page: styles, the token of this tab, and the one React root.
import '../ui/no-eval.ts';
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/base.css';
import '../ui/ui.css';
import './health.css';
import './stations.css';
import './entry.css';
import { createRoot } from 'react-dom/client';
import { takeToken } from './access.ts';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// Another token in the address of an open page is another person: begin anew.
addEventListener('hashchange', () => location.reload());
createRoot(root).render(<App opened={takeToken()} />);
