// Frames of Android pads as they stand in the published program and its description, read and written; and whatever else comes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRateOperate, encodeRateQuest, encodeReply, readPadMessage, REPLY_CODES } from './codec.ts';
import { LEVEL_SOURCES, levelOf } from './level-of.ts';
import { androidPadSettings, DEMO_LEVELS } from './settings.ts';

const LEVELS = new Map(Object.entries(DEMO_LEVELS).map(([key, level]) => [Number(key), level]));
const ANSWERS = { attitude: 4, quality: 3, efficiency: 5, honest: 1 };

describe('what pads say', () => {
  it.each([
    // As the published debugging page sends them.
    [
      '{"method":"Login","param":{"winNum":"5","userCode":"1001"}}',
      { type: 'login', windowNumber: '5', userCode: '1001' },
    ],
    ['{"method":"GetWindowList"}', { type: 'getWindowList' }],
    ['{"method":"GetUserList","param":{"winNum":"5"}}', { type: 'getUserList', windowNumber: '5' }],
    ['{"method":"GetUserPhoto","param":{"userCode":"1001"}}', { type: 'getUserPhoto' }],
    ['{"method":"GetUpdateInfo"}', { type: 'getUpdateInfo' }],
    ['{"method":"GetItemList","param":{"winNum":"5"}}', { type: 'getItemList' }],
    ['{"method":"HeartBeat","param":{"DateTime":"2026-01-05 09:00:00"}}', { type: 'heartBeat' }],
    ['{"method":"RateRequest","param":{"winNum":"5","rateId":"20171229211602"}}', { type: 'privileged' }],
    ['{"method":"RateOperate","param":{"winNum":"5","operate":"Pause"}}', { type: 'privileged' }],
    // As its description spells them.
    [
      '{"method":"Login","param":{"WindowNumber":5,"UserNumber":"1001"}}',
      { type: 'login', windowNumber: '5', userCode: '1001' },
    ],
    // Trimmed and in lower case.
    [
      '{"method":"  LOGIN\\t","param":{"WINNUM":" 5 ","usercode":1001}}',
      { type: 'login', windowNumber: '5', userCode: '1001' },
    ],
    ['{"method":"OpenDoor"}', { type: 'unknown' }],
    // What is missing is empty, and refused with a code later.
    ['{"method":"Login"}', { type: 'login', windowNumber: '', userCode: '' }],
    ['{"method":"Login","param":[1]}', { type: 'login', windowNumber: '', userCode: '' }],
    [
      '{"method":"Login","param":{"winNum":{"a":1},"userCode":true}}',
      { type: 'login', windowNumber: '', userCode: '' },
    ],
  ])('%s', (text, message) => {
    expect(readPadMessage(text)).toMatchObject(message);
  });

  it.each<[string, Record<string, number | string>]>([
    ['{"rateId":"71","attitude":4,"quality":3,"efficiency":5,"honest":1}', ANSWERS],
    ['{"rateId":"71","attitude":"4","quality":" 3 ","efficiency":"5","honest":"1"}', ANSWERS],
    ['{"RateID":71,"Content":{"Attitude":4,"quality":3,"efficiency":5,"honest":1}}', ANSWERS],
    ['{"RateID":"71","Content":"4"}', { overall: 4 }],
    ['{"rateId":"71","attitude":4,"quality":0,"honest":""}', { attitude: 4, quality: 0 }],
    [
      '{"rateId":"71","attitude":"good","quality":-1,"efficiency":1.5,"honest":[]}',
      {
        attitude: 'unreadable',
        quality: 'unreadable',
        efficiency: 'unreadable',
        honest: 'unreadable',
      },
    ],
    ['{"rateId":"71"}', {}],
  ])('an answer: %s', (param, answers) => {
    const message = readPadMessage(`{"method":"RateSubmit","param":${param}}`);
    expect(message).toMatchObject({ type: 'rateSubmit', request: 'RateSubmit', rateId: '71' });
    expect(message?.type === 'rateSubmit' && Object.fromEntries(message.answers)).toEqual(answers);
  });

  it.each([
    '',
    'x',
    '{',
    'null',
    '5',
    '"Login"',
    '[]',
    '{}',
    '{"method":5}',
    '{"method":"  "}',
    '{"code":"0"}',
    '\u{3}\u{e9}',
  ])('%j is no message', (text) => {
    expect(readPadMessage(text)).toBeNull();
  });
});

describe('what pads are told', () => {
  it('the form, in both spellings', () => {
    const quest = { rateId: '71', item: '本次服务', date: '2026-01-05' };
    expect(encodeRateQuest('code', quest)).toBe(
      '{"method":"RateQuest","param":{"rateId":"71","transactor":"","item":"本次服务","date":"2026-01-05","reserveSeq":""}}',
    );
    expect(encodeRateQuest('document', quest)).toBe(
      '{"method":"RateQuest","param":{"RateID":"71","Content":"本次服务"}}',
    );
  });

  it('operations and answers', () => {
    expect(encodeRateOperate('Pause')).toBe('{"method":"RateOperate","param":{"operate":"Pause"}}');
    expect(encodeReply('Login', REPLY_CODES.done, '登录成功')).toBe(
      '{"request":"Login","code":"0","result":"登录成功"}',
    );
    expect(Object.values(REPLY_CODES)).toEqual(['0', '999', '1000', '1001', '1002', '1003']);
  });
});

describe('the level of an answer', () => {
  const of = (param: object, source: (typeof LEVEL_SOURCES)[number] = 'lowest') => {
    const message = readPadMessage(JSON.stringify({ method: 'RateSubmit', param: { rateId: 1, ...param } }));
    return message?.type === 'rateSubmit' ? levelOf(message.answers, LEVELS, source) : 'no answer';
  };

  it.each<[object, (typeof LEVEL_SOURCES)[number], number | null]>([
    [ANSWERS, 'lowest', 1],
    [ANSWERS, 'attitude', 4],
    [ANSWERS, 'efficiency', 5],
    [{ ...ANSWERS, honest: 0 }, 'lowest', 3],
    [{ ...ANSWERS, honest: 0 }, 'honest', null],
    [{ attitude: 0, quality: 0, efficiency: 0, honest: 0 }, 'lowest', null],
    [{}, 'lowest', null],
    [{ ...ANSWERS, quality: 6 }, 'lowest', null],
    [{ ...ANSWERS, quality: 'good' }, 'lowest', null],
    [{ ...ANSWERS, quality: 'good' }, 'attitude', 4],
    [{ Content: 2 }, 'lowest', 2],
    [{ Content: 2 }, 'attitude', 2],
    [{ Content: 'fine' }, 'lowest', null],
  ])('%j by %s is %s', (param, source, level) => {
    expect(of(param, source)).toBe(level);
  });
});

describe('whatever comes', () => {
  const likely = fc.record(
    {
      method: fc.oneof(fc.constantFrom('Login', 'RateSubmit', 'HeartBeat', ' ratesubmit '), fc.anything()),
      param: fc.oneof(
        fc.record(
          { rateId: fc.anything(), attitude: fc.anything(), Content: fc.anything(), winNum: fc.anything() },
          { requiredKeys: [] },
        ),
        fc.anything(),
      ),
    },
    { requiredKeys: ['method'] },
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    likely.map((value) => {
      try {
        return JSON.stringify(value);
      } catch {
        return '{'; // a value that JSON has no words for
      }
    }),
  );

  it('never throws; a message has a short request, and an answer a level of the map or none', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LEVEL_SOURCES), (text, source) => {
        const message = readPadMessage(text);
        if (message === null) return;
        expect(message.request.length).toBeLessThanOrEqual(64);
        if (message.type !== 'rateSubmit') return;
        expect(message.rateId.length).toBeLessThanOrEqual(64);
        expect([null, 1, 2, 3, 4, 5]).toContain(levelOf(message.answers, LEVELS, source));
      }),
      { numRuns: 2000 },
    );
  });

  it('a frame cut anywhere is no message', () => {
    const frame = '{"method":"RateSubmit","param":{"rateId":"71","attitude":4,"quality":3,"efficiency":5,"honest":1}}';
    for (let end = 0; end < frame.length; end += 1) expect(readPadMessage(frame.slice(0, end))).toBeNull();
  });
});

describe('settings', () => {
  it('have defaults for all but the window', () => {
    const { pad, door } = androidPadSettings({ windowNumber: ' 5 ' });
    expect(pad).toMatchObject({ windowNumber: '5', windowName: ' 5 '.trim(), users: null, spelling: 'code' });
    expect(Object.fromEntries(pad.levels)).toEqual({ 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 });
    expect(door).toEqual({ heartBeat: 'answer', pingSeconds: 30, origins: [] });
  });

  it.each<[Record<string, unknown>, string]>([
    [{}, 'windowNumber'],
    [{ windowNumber: 5 }, 'windowNumber'],
    [{ levels: {} }, 'levels'],
    [{ levels: { 0: 3 } }, 'levels'],
    [{ levels: { good: 3 } }, 'levels'],
    [{ levels: { 1: 6 } }, 'levels'],
    [{ levelFrom: 'mean' }, 'levelFrom'],
    [{ spelling: 'both' }, 'spelling'],
    [{ users: [] }, 'users'],
    [{ users: { 1001: 5 } }, 'users'],
    [{ heartBeat: 'sometimes' }, 'heartBeat'],
    [{ pingSeconds: -1 }, 'pingSeconds'],
    [{ origins: 'http://192.0.2.31' }, 'origins'],
    [{ address: 3 }, 'address'],
  ])('%j is refused by name', (options, name) => {
    const wrong = () => androidPadSettings({ ...(name === 'windowNumber' ? {} : { windowNumber: '5' }), ...options });
    expect(wrong).toThrow(RangeError);
    expect(wrong).toThrow(name);
  });
});
