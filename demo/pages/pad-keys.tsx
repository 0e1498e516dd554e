// The keys of one pad, labelled with what each means in this hall; 0 means nothing.
import type { ReactElement } from 'react';
import { Lightbulb, LightbulbOff } from 'lucide-react';
import { BENCH_TEXTS as TEXTS, padKeyWords } from '../texts.ts';
import { PAD_KEYS, type BenchState } from '../wire.ts';
import { Both } from './both.tsx';

interface PadKeysProps {
  readonly pad: BenchState['pads'][number];
  readonly onPress: (key: number) => void;
}

export function PadKeys({ pad, onPress }: PadKeysProps): ReactElement {
  const LightIcon = pad.isLit ? Lightbulb : LightbulbOff;
  return (
    <div className={pad.isLit ? 'pad-box pad-box-lit' : 'pad-box'}>
      <p className="pad-light">
        <LightIcon size="1.5em" aria-hidden />
        <Both words={pad.isLit ? TEXTS.lit : TEXTS.dark} />
      </p>
      <ul className="pad-keys">
        {PAD_KEYS.map((key) => (
          <li key={key}>
            <button type="button" className="pad-key" onClick={() => onPress(key)}>
              <span className="number">{key}</span>
              <span className="pad-key-zh">{padKeyWords(key).zh}</span>
              <span lang="en">{padKeyWords(key).en}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet pad-last">{lastKeyText(pad)}</p>
    </div>
  );
}

function lastKeyText({ lastKey, isSending }: PadKeysProps['pad']): string {
  if (lastKey === null) return '';
  const words = [TEXTS.lastKey(lastKey), padKeyWords(lastKey), isSending ? TEXTS.sending : TEXTS.acknowledged];
  return `${words.map(({ zh }) => zh).join(' · ')}  ${words.map(({ en }) => en).join(', ')}`;
}
