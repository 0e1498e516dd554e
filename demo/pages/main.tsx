// Starts the demo's page: the landing page at `/`, the simulation bench at `/bench`.
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/base.css';
import { standAgain } from '@jiaohao/look/stand-again';
import { App } from './app.tsx';
import { DemoLink } from './demo-link.ts';
import './frame.css';
import './landing.css';
import './bench.css';
import './printer.css';
import './pads.css';
import './narrow.css';

// Generated parsers need eval, which the content security policy forbids.
z.config({ jitless: true });

const root = document.getElementById('demo');
if (root === null) throw new Error('index.html has no #demo');

const page = standAgain(root, 'console', createRoot);
const link = new DemoLink(`ws://${location.host}/live`, page.fall);
link.open();
page.render(<App link={link} page={location.pathname === '/bench' ? 'bench' : 'landing'} />);
