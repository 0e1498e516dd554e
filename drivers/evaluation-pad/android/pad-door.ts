// The address that Android pads dial: lets them log in for a window, hands their ratings to that window's pad, answers the rest.
import { PortKeeper, type PortChange } from '../../port/port-keeper.ts';
import { TextSocketServer, type TextPeer } from '../../port/text-socket-server.ts';
import type { LineAddress } from '../../port/line-name.ts';
import { encodeReply, readPadMessage, REPLY_CODES, type Answers, type PadMessage, type ReplyCode } from './codec.ts';
import type { AndroidPadSettings, PadDoorSettings } from './settings.ts';

/** One window's pad, as the door needs it. */
export interface PadPlace {
  readonly settings: AndroidPadSettings;
  onPort(change: PortChange): void;
  /** Logged in; `from` is its address. Comes after the answer to the login. */
  onJoined(seat: PadSeat): void;
  onLeft(): void;
  /** Another pad logged in for this window while this one was still alive. */
  onConflict(): void;
  onSubmit(rateId: string, answers: Answers): ReplyCode;
}

export interface PadSeat {
  send(text: string): void;
}

interface Reply {
  readonly code: ReplyCode;
  readonly result: unknown;
}

/** Close codes of our own (RFC 6455 7.4.2). */
const REPLACED = 4001;
const WINDOW_CLOSED = 4002;

const UNKNOWN_METHOD: Reply = { code: REPLY_CODES.unknownMethod, result: '未知指令' };
const NOT_LOGGED_IN: Reply = { code: REPLY_CODES.notLoggedIn, result: '当前用户尚未登录' };
const NOT_PERMITTED: Reply = { code: REPLY_CODES.notPermitted, result: '该用户无此操作权限' };
const LOGIN_DONE: Reply = { code: REPLY_CODES.done, result: '登录成功' };
const NO_SUCH_LOGIN: Reply = { code: REPLY_CODES.wrongLogin, result: '窗口或用户信息不正确' };
const done = (result: unknown): Reply => ({ code: REPLY_CODES.done, result });

export class PadDoor {
  readonly #settings: PadDoorSettings;
  readonly #server: TextSocketServer;
  readonly #keeper: PortKeeper;
  /** By window number. */
  readonly #places = new Map<string, PadPlace>();
  readonly #seated = new Map<PadPlace, TextPeer>();
  /** Let go in favour of a newer one, and not heard of since. */
  readonly #replaced = new Map<TextPeer, PadPlace>();
  #newestChange: PortChange | null = null;

  constructor(address: LineAddress, settings: PadDoorSettings) {
    this.#settings = settings;
    const { origins, pingSeconds } = settings;
    this.#server = new TextSocketServer(
      { ...address, origins, pingMs: pingSeconds * 1000 },
      {
        onText: (peer, text) => this.#heard(peer, text),
        onLeft: (peer, saidGoodbye) => this.#left(peer, saidGoodbye),
        spare: (peers) => [...peers].find((peer) => this.#placeOf(peer) === null) ?? null,
      },
    );
    this.#keeper = new PortKeeper(this.#server, (change) => {
      this.#newestChange = change;
      for (const place of this.#places.values()) place.onPort(change);
    });
  }

  /** Connections, logged in or not. */
  get peerCount(): number {
    return this.#server.peerCount;
  }

  /** Throws RangeError when another pad has this window at this address. */
  attach(place: PadPlace): void {
    const { windowNumber } = place.settings;
    if (this.#places.has(windowNumber)) throw new RangeError(`window ${windowNumber} has another pad at this address`);
    this.#places.set(windowNumber, place);
    if (this.#places.size === 1) this.#keeper.start();
    else if (this.#newestChange !== null) place.onPort(this.#newestChange);
  }

  /** The address is let go with the last place. */
  async detach(place: PadPlace): Promise<void> {
    this.#places.delete(place.settings.windowNumber);
    const peer = this.#seated.get(place);
    this.#seated.delete(place);
    for (const [replaced, lostTo] of this.#replaced) if (lostTo === place) this.#replaced.delete(replaced);
    peer?.close(WINDOW_CLOSED, 'this window has no pad any more');
    if (this.#places.size > 0) return;
    this.#newestChange = null;
    await this.#keeper.stop();
  }

  #heard(peer: TextPeer, text: string): void {
    const message = readPadMessage(text);
    if (message === null || this.#replaced.has(peer)) return;
    const place = message.type === 'login' ? this.#placeFor(message) : null;
    const { code, result } = place === null ? this.#replyTo(peer, message) : LOGIN_DONE;
    peer.send(encodeReply(message.request, code, result));
    if (place !== null) this.#seat(peer, place);
  }

  #replyTo(peer: TextPeer, message: PadMessage): Reply {
    switch (message.type) {
      case 'login':
        return NO_SUCH_LOGIN;
      case 'rateSubmit': {
        const code = this.#placeOf(peer)?.onSubmit(message.rateId, message.answers);
        if (code === undefined) return NOT_LOGGED_IN;
        return { code, result: code === REPLY_CODES.done ? '评价成功' : '评价失败' };
      }
      case 'privileged':
        return this.#placeOf(peer) === null ? NOT_LOGGED_IN : NOT_PERMITTED;
      case 'heartBeat':
        return this.#settings.heartBeat === 'answer' ? done('') : UNKNOWN_METHOD;
      case 'getWindowList':
        return done(this.#windowList());
      case 'getUserList':
        return done(userList(this.#places.get(message.windowNumber)));
      // Services, photos and updates of the pad's program are not ours to give: nothing is there, and it is said so.
      case 'getItemList':
        return done([]);
      case 'getUserPhoto':
        return done('');
      case 'getUpdateInfo':
        return done({ version: '', url: '' });
      case 'unknown':
        return UNKNOWN_METHOD;
    }
  }

  #windowList(): unknown {
    return [...this.#places.values()].map(({ settings }) => ({
      WindowNumber: settings.windowNumber,
      WindowName: settings.windowName,
    }));
  }

  /** Null for a window that is not served here, or a code that may not log in. */
  #placeFor({ windowNumber, userCode }: { windowNumber: string; userCode: string }): PadPlace | null {
    const place = this.#places.get(windowNumber);
    const mayLogIn = userCode !== '' && (place?.settings.users?.has(userCode) ?? true);
    return place !== undefined && mayLogIn ? place : null;
  }

  #placeOf(peer: TextPeer): PadPlace | null {
    for (const [place, seated] of this.#seated) if (seated === peer) return place;
    return null;
  }

  /** The newer of two pads for one window takes the place: the older may have died without a word. */
  #seat(peer: TextPeer, place: PadPlace): void {
    const before = this.#placeOf(peer);
    if (before !== null && before !== place) {
      this.#seated.delete(before);
      before.onLeft();
    }
    const older = this.#seated.get(place);
    this.#seated.set(place, peer);
    if (older !== undefined && older !== peer) {
      this.#replaced.set(older, place);
      older.close(REPLACED, `another pad logged in for this window: ${peer.from}`);
    }
    place.onJoined({ send: (text) => peer.send(text) });
  }

  #left(peer: TextPeer, saidGoodbye: boolean): void {
    const lostTo = this.#replaced.get(peer);
    this.#replaced.delete(peer);
    if (lostTo !== undefined && saidGoodbye) lostTo.onConflict();
    const place = this.#placeOf(peer);
    if (place === null) return;
    this.#seated.delete(place);
    place.onLeft();
  }
}

function userList(place: PadPlace | undefined): unknown {
  return [...(place?.settings.users ?? [])].map(([code, name]) => ({ UserCode: code, UserName: name }));
}
