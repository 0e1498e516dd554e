// The link of a ticket: who has it sees that ticket today, nobody guesses one, and a hall without an address for phones gives none.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createSecretKey, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '@jiaohao/contracts/commands';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import { IssuedTicket } from '@jiaohao/contracts/ticket';
import { LinkToken, PHONE_LINK_LENGTH_MAX, phoneLink } from '@jiaohao/contracts/ticket-link';
import type { Clock } from './clock.ts';
import { Journal } from './journal/event-journal.ts';
import { openHall } from './open-hall.ts';
import type { OpenedHall } from './open-hall.ts';
import { ADMIN, MONDAY_AT, smallHall } from './testing/testing-hall.ts';
import { linkTokenOf, ticketOfToken } from './ticket-links.ts';

const ADDRESS = 'http://192.168.10.5:8080';
const tokenIn = (link: string): string => link.slice(link.indexOf('#') + 1);

describe('a token', () => {
  const key = createSecretKey(randomBytes(32));
  const tickets = new Map(
    [1, 35, 36, 7_000_000].map((ticketId) => [ticketId, { ticketId, issuedAt: 1_000 + ticketId }]),
  );
  const find = (ticketId: number) => tickets.get(ticketId);

  it('names its ticket and no other, in as few characters as a QR symbol likes', () => {
    for (const ticket of tickets.values()) {
      const token = linkTokenOf(key, ticket);
      expect(LinkToken.safeParse(token).success).toBe(true);
      expect(ticketOfToken(key, token, find)).toBe(ticket);
      const [, mark = ''] = token.split('.');
      const others = [...tickets.keys()].filter((ticketId) => ticketId !== ticket.ticketId);
      for (const other of others) expect(ticketOfToken(key, `${other.toString(36)}.${mark}`, find)).toBeNull();
    }
    const longest = linkTokenOf(key, { ticketId: Number.MAX_SAFE_INTEGER, issuedAt: 1 });
    expect(phoneLink('x'.repeat(80), longest)).toHaveLength(PHONE_LINK_LENGTH_MAX);
  });

  it('is worth nothing under another key, for another instant of issue, or with one character changed', () => {
    const ticket = { ticketId: 36, issuedAt: 1_036 };
    const token = linkTokenOf(key, ticket);
    expect(ticketOfToken(createSecretKey(randomBytes(32)), token, find)).toBeNull();
    expect(ticketOfToken(key, token, () => ({ ...ticket, issuedAt: 1_037 }))).toBeNull();
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = token.indexOf('.') + 1; at < token.length; at += 1) {
      for (const letter of letters) {
        if (letter === token[at]) continue;
        expect(ticketOfToken(key, token.slice(0, at) + letter + token.slice(at + 1), find)).toBeNull();
      }
    }
  });

  it('is the only text that is taken, whatever comes', () => {
    const good = new Set([...tickets.values()].map((ticket) => linkTokenOf(key, ticket)));
    const mark = fc.string({ unit: fc.constantFrom('A', 'a', '0', '_', '-', '.', '='), minLength: 20, maxLength: 24 });
    const shaped = fc.tuple(fc.constantFrom('1', '01', 'z', '10', '1A'), mark).map((parts) => parts.join('.'));
    const texts = fc.oneof(fc.string({ maxLength: 60 }), shaped);
    fc.assert(fc.property(texts, (text) => good.has(text) || ticketOfToken(key, text, find) === null));
  });
});

describe('in a hall', () => {
  let folder: string;
  let journal: Journal;
  let hall: OpenedHall;
  let now = MONDAY_AT + 9 * 3_600_000;
  let requests = 0;
  const clock: Clock = { now: () => now, after: () => () => undefined };

  const open = (): void => {
    journal = Journal.open({ folder });
    const onTrouble = (error: unknown): never => {
      throw error;
    };
    hall = openHall({ journal, clock, onFatal: onTrouble, onBug: onTrouble });
  };
  const ask = async (command: Command, requestId = `request-${++requests}`) => {
    const answer = await hall.execute({ requestId, command, who: ADMIN });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.result;
  };
  const ticketOf = (result: object) => IssuedTicket.parse('ticket' in result ? result.ticket : null);
  const configure = (phoneAddress?: string) => {
    const base = smallHall();
    const config: HallConfig = {
      ...base,
      hall: { ...base.hall, ...(phoneAddress === undefined ? {} : { phoneAddress }) },
    };
    return ask({ type: 'configureHall', config });
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiaohao-links-'));
    now = MONDAY_AT + 9 * 3_600_000;
    open();
  });
  afterEach(() => {
    hall.close();
    rmSync(folder, { recursive: true });
  });

  it('every answer that is printed has the same link, which leads to the ticket also after a restart', async () => {
    await configure(`${ADDRESS}/`);
    const ticket = ticketOf(await ask({ type: 'issueTicket', queueId: 'qa' }, 'the-same-request'));
    const link = ticket.phoneLink ?? '';
    expect(link).toMatch(/^http:\/\/192\.168\.10\.5:8080\/phone\/#[0-9a-z]+\.[\w-]{22}$/);
    expect(ticketOf(await ask({ type: 'issueTicket', queueId: 'qa' }, 'the-same-request')).phoneLink).toBe(link);
    expect(ticketOf(await ask({ type: 'reprintTicket', ticketId: ticket.ticketId })).phoneLink).toBe(link);
    const holder = { kind: 'applicant', ticketId: ticket.ticketId, queueId: 'qa' };
    expect(hall.applicantOf(tokenIn(link))).toEqual(holder);
    hall.close();
    open();
    expect(hall.applicantOf(tokenIn(link))).toEqual(holder);
  });

  it('the token is kept nowhere: neither in the journal’s files nor in an event', async () => {
    await configure(ADDRESS);
    const { phoneLink: link = '' } = ticketOf(await ask({ type: 'issueTicket', queueId: 'qa' }));
    const [, mark = ''] = tokenIn(link).split('.');
    expect(JSON.stringify(hall.eventsAfter(0, 100))).not.toContain(mark);
    for (const file of readdirSync(folder)) {
      if (file !== 'keys') expect(readFileSync(join(folder, file)).includes(mark)).toBe(false);
    }
  });

  it('without an address for phones there is no link, and one given out before leads nowhere', async () => {
    await configure(ADDRESS);
    const { phoneLink: link = '' } = ticketOf(await ask({ type: 'issueTicket', queueId: 'qa' }));
    await configure();
    expect(ticketOf(await ask({ type: 'issueTicket', queueId: 'qa' }))).not.toHaveProperty('phoneLink');
    expect(hall.applicantOf(tokenIn(link))).toBeNull();
  });

  it('it stands as long as its day’s tickets do: over the closing, and not into the next day', async () => {
    await configure(ADDRESS);
    const ticket = ticketOf(await ask({ type: 'issueTicket', queueId: 'qa' }));
    const token = tokenIn(ticket.phoneLink ?? '');
    await ask({ type: 'closeDay' });
    expect(hall.applicantOf(token)).toMatchObject({ ticketId: ticket.ticketId });
    expect(hall.view(`ticket/${ticket.ticketId}`)).toMatchObject({ state: 'expired' });
    now += 24 * 3_600_000;
    await ask({ type: 'openDay' });
    expect(hall.applicantOf(token)).toBeNull();
    expect(hall.view(`ticket/${ticket.ticketId}`)).toBeNull();
  });
});

describe('an address for phones', () => {
  it.each([
    ['javascript:alert(1)'],
    ['http://hall/?q=1'],
    ['http://hall/#x'],
    ['http://user:word@hall/'],
    ['大厅'],
    ['http://大厅.example'],
    [`http://${'h'.repeat(80)}`],
    ['ftp://hall'],
  ])('%s is none', (address) => {
    const base = smallHall();
    const parsed = HallConfig.safeParse({ ...base, hall: { ...base.hall, phoneAddress: address } });
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain('hall.phoneAddress');
  });
});
