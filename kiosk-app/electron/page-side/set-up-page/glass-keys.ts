// Keys on the glass for a kiosk without a keyboard: they write into the field that was touched last.
import { SET_UP_TEXTS as TEXTS } from './texts.ts';

/** What addresses, ids and tokens are made of. */
const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl-_', 'zxcvbnm.:/'] as const;

/** Fills `keys`. `fields`: the text fields that stand on the page now, in their order. */
export function drawGlassKeys(keys: HTMLElement, fields: () => readonly HTMLInputElement[]): void {
  let last: HTMLInputElement | null = null;
  let isUpper = false;
  document.addEventListener('focusin', ({ target }) => {
    last = fields().find((field) => field === target) ?? last;
  });
  const field = (): HTMLInputElement | undefined =>
    last !== null && fields().includes(last) ? last : fields().find(({ value }) => value === '');

  const press = (work: (field: HTMLInputElement) => void) => () => {
    const written = field();
    if (written === undefined) return;
    written.focus();
    work(written);
  };
  const write = (text: string) => press((into) => insert(into, isUpper ? text.toUpperCase() : text));
  const next = press((from) => {
    const all = fields();
    all[(all.indexOf(from) + 1) % all.length]?.focus();
  });
  const shift = (): void => {
    isUpper = !isUpper;
    keys.dataset['case'] = isUpper ? 'upper' : 'lower';
    for (const key of keys.querySelectorAll<HTMLElement>('[data-key]')) {
      const text = key.dataset['key'] ?? '';
      key.textContent = isUpper ? text.toUpperCase() : text;
    }
  };

  keys.setAttribute('aria-label', TEXTS.keys);
  for (const row of ROWS) {
    const line = keys.appendChild(document.createElement('div'));
    for (const text of row) line.append(keyOf(text, write(text), text));
  }
  const line = keys.appendChild(document.createElement('div'));
  line.append(keyOf(TEXTS.shift, shift), keyOf(TEXTS.erase, press(erase)), keyOf(TEXTS.next, next));
}

function keyOf(words: string, work: () => void, key?: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.textContent = words;
  if (key !== undefined) button.dataset['key'] = key;
  // The field keeps the focus, and its cursor.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', work);
  return button;
}

function insert(field: HTMLInputElement, text: string): void {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
}

function erase(field: HTMLInputElement): void {
  const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  field.setRangeText('', from === to ? Math.max(0, from - 1) : from, to, 'end');
}
