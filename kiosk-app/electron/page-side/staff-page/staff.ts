// The staff page: a PIN by touch, to leave the kiosk or to open its self-test. It goes away by itself when nobody touches it.
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/base.css';
import './staff.css';
import type { StaffAnswer, StaffBridge } from '../../../wire/shell.ts';
import { SANDBOX_OFF } from '../../../wire/staff-address.ts';
import { STAFF_TEXTS as TEXTS } from './texts.ts';

declare global {
  interface Window {
    readonly jiaohaoStaff?: StaffBridge;
  }
}

const LONGEST_PIN = 12;
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'erase', '0', 'stay', 'selfTest', 'leave'] as const;
const NOBODY_AFTER_MS = 20_000;

const [title, shownPin, word, keys] = ['title', 'pin', 'word', 'keys'].map(byId) as [
  HTMLElement,
  HTMLElement,
  HTMLElement,
  HTMLElement,
];
let pin = '';
let nobody = setTimeout(stay, NOBODY_AFTER_MS);

document.documentElement.lang = TEXTS.lang;
document.title = TEXTS.window;
title.textContent = TEXTS.title;
for (const key of KEYS) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['key'] = key;
  button.textContent = key.length === 1 ? key : TEXTS[key as 'erase' | 'leave' | 'selfTest' | 'stay'];
  button.addEventListener('click', () => press(key));
  keys.append(button);
}
show(location.hash === SANDBOX_OFF ? TEXTS.sandboxOff : '');

function press(key: (typeof KEYS)[number]): void {
  clearTimeout(nobody);
  nobody = setTimeout(stay, NOBODY_AFTER_MS);
  if (key === 'stay') stay();
  else if (key === 'leave' || key === 'selfTest') void ask(key);
  else if (key === 'erase') pin = '';
  else if (pin.length < LONGEST_PIN) pin += key;
  show('');
}

function stay(): void {
  void window.jiaohaoStaff?.ask({ type: 'stay' });
}

async function ask(wish: 'leave' | 'selfTest'): Promise<void> {
  const given = pin;
  pin = '';
  if (given === '') return;
  try {
    const answer = await window.jiaohaoStaff?.ask({ type: wish, pin: given });
    show(answer === undefined ? TEXTS.failed : wordFor(answer));
  } catch {
    show(TEXTS.failed); // the shell's answer was none; its log says why
  }
}

function wordFor(answer: StaffAnswer): string {
  switch (answer.type) {
    case 'done':
      return '';
    case 'wrongPin':
      return TEXTS.wrongPin;
    case 'blocked':
      return TEXTS.blocked(Math.ceil(answer.forMs / 1000));
    case 'noPin':
      return TEXTS.noPin;
  }
}

function show(text: string): void {
  shownPin.textContent = '●'.repeat(pin.length);
  word.textContent = text;
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return found;
}
