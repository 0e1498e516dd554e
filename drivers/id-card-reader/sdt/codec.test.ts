// Bytes typed by hand from docs/protocols/id-card-reader.md, never made by our own encoder.
import { expect, test } from 'vitest';
import { createFrameSplitter } from '../../framing/frame-splitter.ts';
import {
  decodeReply,
  decodeSamId,
  encodeRequest,
  partsOfPayload,
  SDT_COMMANDS,
  SDT_REPLY_SHAPE,
  textOfPayload,
  type SdtCommand,
} from './codec.ts';
import { bytesOf, goldenReadReply } from './testing/golden.ts';

test.each<[SdtCommand, string]>([
  ['samStatus', 'AAAAAA9669 0003 11FF ED'],
  ['samId', 'AAAAAA9669 0003 12FF EE'],
  ['findCard', 'AAAAAA9669 0003 2001 22'],
  ['selectCard', 'AAAAAA9669 0003 2002 21'],
  ['readCard', 'AAAAAA9669 0003 3001 32'],
  ['readNewAddress', 'AAAAAA9669 0003 3003 30'],
])('request %s', (command, golden) => {
  expect(encodeRequest(SDT_COMMANDS[command])).toEqual(bytesOf(golden));
});

test.each<[string, readonly [number, number], number[], string]>([
  ['reset', [0x10, 0xff], [], 'AAAAAA9669 0003 10FF EC'],
  ['text, photo and fingerprint', [0x30, 0x10], [], 'AAAAAA9669 0003 3010 23'],
  ['baud rate 115200', [0x60, 0x00], [], 'AAAAAA9669 0003 6000 63'],
  ['RF bytes', [0x61, 0xff], [0x50], 'AAAAAA9669 0004 61FF50 CA'],
])('the encoder also makes the documented request: %s', (_name, command, data, golden) => {
  expect(encodeRequest(command, data)).toEqual(bytesOf(golden));
});

test.each([
  ['card found', 'AAAAAA9669 0008 00009F 00000000 97', 0x9f, 4],
  ['no card', 'AAAAAA9669 0004 000080 84', 0x80, 0],
  ['selected', 'AAAAAA9669 000C 000090 0000000000000000 9C', 0x90, 8],
  ['select failed', 'AAAAAA9669 0004 000081 85', 0x81, 0],
  ['read failed', 'AAAAAA9669 0004 000041 45', 0x41, 0],
  ['card did not authenticate the module', 'AAAAAA9669 0004 000031 35', 0x31, 0],
  ['module did not authenticate the card', 'AAAAAA9669 0004 000032 36', 0x32, 0],
  ['no such item on the card', 'AAAAAA9669 0004 000091 95', 0x91, 0],
  ['the module’s self-test failed', 'AAAAAA9669 0004 000060 64', 0x60, 0],
  ['the module is not authorised', 'AAAAAA9669 0004 000066 62', 0x66, 0],
])('reply: %s', (_name, golden, sw3, dataBytes) => {
  const { frames, discardedByteCount } = createFrameSplitter(SDT_REPLY_SHAPE).push(bytesOf(golden));
  expect(frames).toEqual([bytesOf(golden)]);
  expect(discardedByteCount).toBe(0);
  const reply = decodeReply(frames[0] ?? new Uint8Array());
  expect(reply).toMatchObject({ sw1: 0, sw2: 0, sw3 });
  expect(reply.data).toHaveLength(dataBytes);
});

test('status words of the card do not hide the third', () => {
  expect(decodeReply(bytesOf('AAAAAA9669 0004 698241 AE'))).toMatchObject({ sw1: 0x69, sw2: 0x82, sw3: 0x41 });
});

test('the text is cut out by its length, whatever the photo holds', () => {
  const reply = decodeReply(goldenReadReply());
  const text = textOfPayload(reply.data);
  expect(text).toHaveLength(256);
  expect(text?.subarray(0, 4)).toEqual(bytesOf('205F 094E'));
});

test.each([0, 512, 1024])(
  'a reply with %i bytes of fingerprints, whole in every cut: text and photo are cut out all the same',
  (fingerBytes) => {
    const plain = decodeReply(goldenReadReply()).data;
    const length = 3 + 6 + 256 + 1024 + fingerBytes + 1;
    const lengths = [1, 0, 4, 0, fingerBytes >> 8, 0];
    const fingers = Array.from({ length: fingerBytes }, (_, index) => (index * 7) % 256);
    const summed = [length >> 8, length & 0xff, 0, 0, 0x90, ...lengths, ...plain.subarray(4), ...fingers];
    const check = summed.reduce((sum, byte) => sum ^ byte, 0);
    const reply = Uint8Array.from([...bytesOf('AAAAAA9669'), ...summed, check]);
    expect(reply).toHaveLength(1297 + fingerBytes);
    for (let at = 0; at <= reply.length; at += 1) {
      const splitter = createFrameSplitter(SDT_REPLY_SHAPE);
      const frames = [...splitter.push(reply.slice(0, at)).frames, ...splitter.push(reply.slice(at)).frames];
      expect(frames).toHaveLength(1);
      expect(Buffer.compare(frames[0] ?? new Uint8Array(), reply)).toBe(0);
    }
    const parts = partsOfPayload(decodeReply(reply).data);
    expect(parts?.text).toEqual(plain.subarray(4, 260));
    expect(parts?.photo).toEqual(plain.subarray(260));
  },
);

test.each([
  ['nothing', ''],
  ['half a length', '0100 04'],
  ['less than announced', '0100 0400 2000'],
  ['lengths beyond any frame', 'FFFF FFFF'],
])('a payload of %s has no text', (_name, hex) => {
  expect(textOfPayload(bytesOf(hex))).toBeNull();
});

test('the number of the security module', () => {
  const data = bytesOf('05000100 2E7B3301 39300000 D2029649');
  expect(decodeSamId(data)).toBe('05.01-20151086-0000012345-1234567890');
  expect(decodeSamId(data.subarray(0, 15))).toBeNull();
});
