// One device of the self-test: what it is, how it is in words, what its port answers, how long its steps took.
import type { ReactElement } from 'react';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { SelfTestDevice, SelfTestRemark } from '../wire/self-test.ts';
import { Both } from './self-test-parts.tsx';
import { KIND_TEXTS, SELF_TEST_TEXTS as TEXTS, stepsText, type Pair } from './self-test-texts.ts';

const ICONS = { good: CircleCheck, note: Info, warning: TriangleAlert, fault: CircleAlert } as const;

export function SelfTestDeviceCard({ device }: { readonly device: SelfTestDevice }): ReactElement {
  const { kind, windowId, model, port, identity, remarks, facts, steps, lineCheck } = device;
  return (
    <article className="device" data-tone={worstOf(remarks)}>
      <h2>
        <Both text={KIND_TEXTS[kind]} /> {windowId !== undefined && <span className="device-window">{windowId}</span>}
      </h2>
      <ul className="remarks">
        {remarks.map((remark) => (
          <Remark key={remark.code} remark={remark} />
        ))}
      </ul>
      <dl>
        <Row label={TEXTS.model} value={model} />
        <Row label={TEXTS.port} value={port} />
        {identity !== null && <Row label={TEXTS.identity} value={identity} />}
        {facts.map((fact) => (
          <Row key={fact.en} label={fact} value={fact.value} />
        ))}
        {steps.length > 0 && <Row label={TEXTS.times} value={stepsText(steps)} />}
        {lineCheck !== null && <Row label={TEXTS.line} value={`${lineCheck.zh} ${lineCheck.en}`} />}
      </dl>
    </article>
  );
}

function Remark({ remark }: { readonly remark: SelfTestRemark }): ReactElement {
  const Icon = ICONS[remark.kind];
  return (
    <li data-tone={remark.kind}>
      <Icon aria-hidden />
      <Both text={remark} />
    </li>
  );
}

function Row({ label, value }: { readonly label: Pair; readonly value: string }): ReactElement {
  return (
    <div>
      <dt>
        <Both text={label} />
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

function worstOf(remarks: readonly SelfTestRemark[]): SelfTestRemark['kind'] {
  const kinds = new Set(remarks.map(({ kind }) => kind));
  return (['fault', 'warning', 'note', 'good'] as const).find((kind) => kinds.has(kind)) ?? 'note';
}
