// A scanner that types is told from a person by the time between keys; nothing of either is lost or mixed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WedgeDetector, type WedgeResult, type WedgeSettings } from './wedge.ts';

const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

function keysOf(text: string): string[] {
  return Array.from(text);
}

class Hands {
  readonly scanned: string[] = [];
  readonly typed: string[] = [];
  readonly #detector: WedgeDetector;
  #atMs = 0;

  constructor(settings: Partial<WedgeSettings> = {}) {
    this.#detector = new WedgeDetector(settings);
  }

  press(keys: readonly string[], gapMs: number): void {
    for (const key of keys) {
      this.#atMs += gapMs;
      this.#see(this.#detector.key({ key, atMs: this.#atMs }));
    }
  }

  wait(): void {
    this.#atMs += 1000;
    this.#see(this.#detector.idle());
  }

  #see({ scanned, typed }: WedgeResult): void {
    this.typed.push(...typed);
    for (const each of scanned) {
      if (each.kind === 'code') this.scanned.push(each.text);
      else this.scanned.push(each.kind === 'document' ? `${each.format} ${each.documentNumber}` : each.reason);
    }
  }
}

test('a scanner is heard, a person is let through', () => {
  const hands = new Hands();
  hands.press([...keysOf('YY0001'), 'Enter'], 8);
  hands.press([...keysOf('12345'), 'Enter'], 120);
  hands.wait();
  expect(hands.scanned).toEqual(['YY0001']);
  expect(hands.typed).toEqual([...keysOf('12345'), 'Enter']);
});

test('a person’s key just before the scanner stays a key', () => {
  const hands = new Hands();
  hands.press(['7'], 500);
  hands.press(['A'], 60);
  hands.press([...keysOf('B12'), 'Enter'], 8);
  expect([hands.typed, hands.scanned]).toEqual([['7'], ['AB12']]);
});

test('a few fast keys are a person; a scanner’s Shift is no key', () => {
  const hands = new Hands();
  hands.press([...keysOf('123'), 'Enter'], 8);
  hands.press(['Shift', 'A', 'Shift', 'B', '1', '2', 'Enter'], 8);
  expect([hands.typed, hands.scanned]).toEqual([[...keysOf('123'), 'Enter'], ['AB12']]);
});

test('a passport in two lines; half a one is forgotten, its name given to nobody', () => {
  const hands = new Hands();
  hands.press([...keysOf(TD3[0] ?? ''), 'Enter', ...keysOf(TD3[1] ?? ''), 'Enter'], 4);
  hands.press([...keysOf(TD3[0] ?? ''), 'Enter'], 4);
  hands.wait();
  expect([hands.scanned, hands.typed]).toEqual([['TD3 L898902C3', 'incomplete'], []]);
});

test('a scanner without an end key is heard when it falls silent, one with a prefix by that', () => {
  const silent = new Hands({ endKey: null });
  silent.press([...keysOf('AB12')], 8);
  silent.wait();
  expect(silent.scanned).toEqual(['AB12']);
  const prefixed = new Hands({ prefix: '~' });
  prefixed.press([...keysOf('~AB12'), 'Enter', ...keysOf('AB13'), 'Enter'], 8);
  expect(prefixed.scanned).toEqual(['AB12', 'prefix']);
});

test('a key held down and a function key among fast ones are a person', () => {
  const hands = new Hands();
  hands.press(Array<string>(5000).fill('x'), 30);
  hands.press([...keysOf('ABCDE'), 'F5'], 8);
  hands.wait();
  expect(hands.scanned).toEqual([]);
  expect(hands.typed).toEqual([...Array<string>(5000).fill('x'), ...keysOf('ABCDE'), 'F5']);
});

test('slow keys all come out as they went in, whatever they are', () => {
  const key = fc.oneof(fc.stringMatching(/^[ -~]$/), fc.constantFrom('Enter', 'Tab', 'F1', 'Backspace', '号', '😀'));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer({ min: 51, max: 2000 })), { maxLength: 40 }), (presses) => {
      const hands = new Hands();
      for (const [pressed, gapMs] of presses) hands.press([pressed], gapMs);
      hands.wait();
      expect(hands.typed).toEqual(presses.map(([pressed]) => pressed));
      expect(hands.scanned).toEqual([]);
    }),
  );
});
