// 设备自检 for an installer at a computer: every device with what it says of itself, what can be tried, and the ports.
import { useMemo, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import type { DevicesPageView } from '../../wire/devices-page.ts';
import type { Fingers } from '../fingers.ts';
import { SelfTestDeviceCard } from '../self-test-device.tsx';
import { SelfTestPinPage } from '../self-test-pin-page.tsx';
import { Both } from '../self-test-parts.tsx';
import { resultsOf, SELF_TEST_TEXTS, type Pair } from '../self-test-texts.ts';
import { PageButtons } from './page-buttons.tsx';
import type { PageDesk } from './page-desk.ts';
import { PortsPart } from './ports-part.tsx';
import { RunningPart } from './running-part.tsx';
import { DEVICES_PAGE_TEXTS as TEXTS } from './texts.ts';

interface DevicesPageProps {
  readonly desk: PageDesk;
  readonly fingers: Fingers;
  /** Back to the page that led here. */
  readonly leave: () => void;
}

export function DevicesPage({ desk, fingers, leave }: DevicesPageProps): ReactElement {
  const view = useSyncExternalStore(desk.subscribe, desk.view);
  const askPin = useSyncExternalStore(desk.subscribe, desk.askPin);
  const isLost = useSyncExternalStore(desk.subscribe, desk.isLost);
  const pinDesk = useMemo(
    () => ({ wish: leave, tryPin: (pin: string) => desk.send({ type: 'staffPin', pin }) }),
    [desk, leave],
  );
  if (askPin !== null && !isLost) return <SelfTestPinPage view={askPin} desk={pinDesk} fingers={fingers} />;
  return (
    <main className="devices-page">
      <header>
        <h1>
          <Both text={SELF_TEST_TEXTS.title} />
        </h1>
        {view !== null && <Subject view={view} />}
      </header>
      {isLost && (
        <p className="lost" role="alert">
          <Both text={view === null || view.running === null ? TEXTS.lost : TEXTS.runningLost} />
        </p>
      )}
      {view?.running && (
        <RunningPart running={view.running} isOff={isLost} fingers={fingers} send={desk.send} leave={leave} />
      )}
      {view !== null && <Tested view={view} desk={desk} isLost={isLost} />}
    </main>
  );
}

/** Whose devices these are. */
function Subject({ view: { terminal } }: { readonly view: DevicesPageView }): ReactElement {
  if (terminal === null) {
    return (
      <p>
        <Both text={TEXTS.noConfig} />
      </p>
    );
  }
  return (
    <p>
      <Both text={TEXTS.terminal(terminal.terminalId, terminal.role)} />{' '}
      {terminal.file !== null && <code>{terminal.file}</code>}
    </p>
  );
}

interface TestedProps {
  readonly view: DevicesPageView;
  readonly desk: PageDesk;
  readonly isLost: boolean;
}

function Tested({ view, desk, isLost }: TestedProps): ReactElement {
  const { devices, work, isLooking } = view;
  const nothing = nothingText(view);
  return (
    <>
      <PageButtons view={view} isOff={isLost} send={desk.send} />
      <div className="results" role="status">
        {isLooking && (
          <p data-tone="busy">
            <Both text={TEXTS.looking} />
          </p>
        )}
        {resultsOf(work, devices).map((result) => (
          <p key={result.zh} data-tone={result.tone}>
            <Both text={result} />
          </p>
        ))}
      </div>
      {nothing !== null && (
        <p className="nothing">
          <Both text={nothing} />
        </p>
      )}
      <section className="devices" aria-label={TEXTS.devices}>
        {devices.map((device) => (
          <SelfTestDeviceCard key={`${device.kind} ${device.windowId ?? ''} ${device.port}`} device={device} />
        ))}
      </section>
      {view.running === null && <PortsPart ports={view.ports} settings={view.settings} />}
    </>
  );
}

/** Why no device stands there; null where some do. */
function nothingText({ devices, terminal, running, isLooking }: DevicesPageView): Pair | null {
  if (devices.length > 0 || isLooking) return null;
  if (running !== null && running.windows.length > 0) return SELF_TEST_TEXTS.loading;
  return terminal === null ? TEXTS.nothingFound : SELF_TEST_TEXTS.noDevices;
}
