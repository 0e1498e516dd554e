// A real writer over a real journal with time in the test's hand: restarts, a full disk, and screens that keep what they were sent.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '@jiaohao/contracts/commands';
import type { HallEvent } from '@jiaohao/contracts/events';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Principal } from '@jiaohao/contracts/principal';
import type { Topic } from '@jiaohao/contracts/views';
import { allTopics, viewOf } from '../../hall-server/engine/views.ts';
import { HallWriter } from '../../hall-server/hall.ts';
import type { HallAnswer } from '../../hall-server/hall-door.ts';
import { Journal } from '../../hall-server/journal/event-journal.ts';

export class SimulatedHall {
  now: number;
  writer: HallWriter;
  journal: Journal;
  /** What a screen of each topic holds: replaced only when its topic was said to be dirty. */
  readonly screens = new Map<Topic, string>();
  readonly #folder = mkdtempSync(join(tmpdir(), 'jiaohao-simulation-'));
  readonly #onEvent: (event: HallEvent) => void;
  isWatched = true;

  constructor(startAt: number, onEvent: (event: HallEvent) => void) {
    this.now = startAt;
    this.#onEvent = onEvent;
    this.journal = Journal.open({ folder: this.#folder });
    this.writer = this.#newWriter();
  }

  /** Sends commands in one turn, so that they share a transaction. */
  async send(requests: readonly { command: Command; who: Principal; requestId: string }[]): Promise<HallAnswer[]> {
    const answers = requests.map((request) => this.writer.execute(request));
    this.writer.flush();
    return Promise.all(answers);
  }

  async see(callSeq: number, displayId: string): Promise<void> {
    const seen = this.writer.executeInternal({ type: 'seeCall', callSeq, displayId });
    this.writer.flush();
    await seen;
  }

  async configure(config: HallConfig): Promise<void> {
    await this.send([
      { command: { type: 'configureHall', config }, who: { kind: 'admin' }, requestId: `config-${this.now}` },
    ]);
  }

  /** The process ends and starts again; says whether the state that the journal gives is the one that was left. */
  restart(): boolean {
    const before = stateText(this.writer);
    this.journal.close();
    this.journal = Journal.open({ folder: this.#folder });
    this.writer = this.#newWriter();
    return stateText(this.writer) === before;
  }

  /** Topics whose screen shows something else than the view of the state (apart from the seq). */
  staleScreens(): Topic[] {
    return allTopics(this.writer.state).filter((topic) => this.screens.get(topic) !== this.#shown(topic));
  }

  folder(): string {
    return this.#folder;
  }

  close(): void {
    this.journal.close();
    rmSync(this.#folder, { recursive: true });
  }

  #newWriter(): HallWriter {
    return new HallWriter({
      journal: this.journal,
      clock: { now: () => this.now, after: () => () => undefined },
      isWatched: () => this.isWatched,
      onFatal: (error) => {
        throw error;
      },
      onBug: (error) => {
        throw error;
      },
      onCommitted: (dirty, events) => {
        for (const topic of dirty()) this.screens.set(topic, this.#shown(topic));
        events.forEach((event) => this.#onEvent(event));
      },
    });
  }

  #shown(topic: Topic): string {
    return JSON.stringify({ ...viewOf(this.writer.state, topic), seq: 0 });
  }
}

/** The whole state as text; maps and sets in their order. */
export function stateText(writer: HallWriter): string {
  return JSON.stringify(writer.state, (key, value: unknown) => {
    if (key === 'before' || key === 'behind' || key === 'index') return undefined;
    if (value instanceof Map) return [...value];
    return value instanceof Set ? [...value] : value;
  });
}
