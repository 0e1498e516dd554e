// The first-start page: shows the form that the terminal's core has made, and hands in what was entered.
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/base.css';
import './set-up.css';
import type { SetUpBridge } from '../../../wire/shell.ts';
import { drawGlassKeys } from './glass-keys.ts';
import { SET_UP_TEXTS as TEXTS } from './texts.ts';

declare global {
  interface Window {
    readonly jiaohaoSetUp?: SetUpBridge;
  }
}

const [place, keys, wayOut] = ['form', 'keys', 'way-out'].map((id) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return found;
}) as [HTMLElement, HTMLElement, HTMLElement];

document.documentElement.lang = TEXTS.lang;
document.title = TEXTS.window;
drawGlassKeys(keys, () => [...place.querySelectorAll('input')].filter(({ type }) => type !== 'radio'));
const close = document.createElement('button');
close.type = 'button';
close.textContent = TEXTS.close;
close.addEventListener('click', () => void window.jiaohaoSetUp?.ask({ type: 'leave' }));
wayOut.append(close);
void ask({ type: 'form' });

/** The core's own form, every entered character in it escaped; nothing else comes over this bridge. */
async function ask(request: Parameters<SetUpBridge['ask']>[0]): Promise<void> {
  try {
    const answer = await window.jiaohaoSetUp?.ask(request);
    if (answer === undefined) throw new Error('no bridge');
    place.innerHTML = answer.html;
    keys.hidden = answer.isDone;
    wayOut.hidden = answer.isDone;
    listen();
  } catch {
    say(TEXTS.failed); // the shell's log says why
    setEnabled(true);
  }
}

function listen(): void {
  const form = place.querySelector('form');
  if (form === null) return;
  // The core names every mistake at its place, in two languages.
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
    );
    say(TEXTS.checking);
    setEnabled(false);
    void ask({ type: 'save', fields });
  });
}

function setEnabled(isEnabled: boolean): void {
  const submit = place.querySelector<HTMLButtonElement>('button[type=submit]');
  if (submit !== null) submit.disabled = !isEnabled;
}

function say(words: string): void {
  const line = place.querySelector('[data-said]') ?? document.createElement('p');
  line.setAttribute('data-said', '');
  line.setAttribute('role', 'status');
  line.textContent = words;
  place.append(line);
}
