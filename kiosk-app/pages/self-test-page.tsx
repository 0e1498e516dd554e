// 设备自检: every configured device as it is now, and what staff may try. While it is open the kiosk takes no applicants.
import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { CableIcon, CreditCard, FileText, Printer, X } from 'lucide-react';
import type { StaffView } from '../wire/self-test.ts';
import type { Fingers } from './fingers.ts';
import type { SelfTestDesk } from './self-test-desk.ts';
import { SelfTestDeviceCard } from './self-test-device.tsx';
import { Both, StaffButton, useStaffLeave } from './self-test-parts.tsx';
import { READ_TEXTS, readsOf, resultsOf, SELF_TEST_TEXTS as TEXTS } from './self-test-texts.ts';

const NOBODY_AFTER_MS = 90_000;

interface SelfTestPageProps {
  readonly view: Extract<StaffView, { state: 'selfTest' }>;
  readonly desk: SelfTestDesk;
  readonly fingers: Fingers;
}

export function SelfTestPage({ view, desk, fingers }: SelfTestPageProps): ReactElement {
  const { devices, work } = view;
  const close = useCallback(() => desk.wish('close'), [desk]);
  useStaffLeave(NOBODY_AFTER_MS, fingers, close);
  const has = (kind: string): boolean => devices.some((device) => device.kind === kind);
  const reads = readsOf(devices);
  const isBusy = work.card.state === 'waiting' || work.print.state === 'printing' || work.isCheckingLines;
  const button = (wish: 'printTestPage' | 'checkLines' | 'saveBundle') => ({
    text: TEXTS[wish],
    onTap: () => desk.wish(wish),
  });
  return (
    <main className="page self-test">
      <header>
        <h1>
          <Both text={TEXTS.title} />
        </h1>
        <p>
          <Both text={TEXTS.closedToPublic} />
        </p>
      </header>
      <section className="devices" data-count={devices.length}>
        {devices.length === 0 && <Both text={TEXTS.loading} />}
        {devices.map((device) => (
          <SelfTestDeviceCard key={`${device.kind} ${device.port}`} device={device} />
        ))}
      </section>
      <div className="results" role="status">
        {resultsOf(work, devices).map((result) => (
          <p key={result.zh} data-tone={result.tone}>
            <Both text={result} />
          </p>
        ))}
      </div>
      <div className="staff-buttons">
        <StaffButton
          text={READ_TEXTS[reads ?? 'cards'].button}
          onTap={() => desk.wish('readCard')}
          icon={CreditCard}
          isOff={isBusy || reads === null}
        />
        <StaffButton {...button('printTestPage')} icon={Printer} isOff={isBusy || !has('ticketPrinter')} />
        <StaffButton {...button('checkLines')} icon={CableIcon} isOff={isBusy} />
        <StaffButton {...button('saveBundle')} icon={FileText} isOff={work.bundle.state === 'saving'} />
        {/* Until every device has its line again. */}
        <StaffButton text={TEXTS.close} icon={X} className="filled" isOff={work.isCheckingLines} onTap={close} />
      </div>
    </main>
  );
}
