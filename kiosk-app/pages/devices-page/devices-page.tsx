// 设备自检 for an installer at a computer: every device with what it says of itself, what can be tried, and the ports.
import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import type { DevicesPageView } from '../../wire/devices-page.ts';
import { SelfTestDeviceCard } from '../self-test-device.tsx';
import { Both } from '../self-test-parts.tsx';
import { resultsOf, SELF_TEST_TEXTS, type Pair } from '../self-test-texts.ts';
import { PageButtons } from './page-buttons.tsx';
import type { PageDesk } from './page-desk.ts';
import { PortsPart } from './ports-part.tsx';
import { DEVICES_PAGE_TEXTS as TEXTS } from './texts.ts';

export function DevicesPage({ desk }: { readonly desk: PageDesk }): ReactElement {
  const view = useSyncExternalStore(desk.subscribe, desk.view);
  const isLost = useSyncExternalStore(desk.subscribe, desk.isLost);
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
          <Both text={TEXTS.lost} />
        </p>
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
      <Both text={TEXTS.terminal(terminal.terminalId, terminal.role)} /> <code>{terminal.file}</code>
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
      <PortsPart ports={view.ports} settings={view.settings} />
    </>
  );
}

/** Why no device stands there; null where some do. */
function nothingText({ devices, terminal, isLooking }: DevicesPageView): Pair | null {
  if (devices.length > 0 || isLooking) return null;
  return terminal === null ? TEXTS.nothingFound : SELF_TEST_TEXTS.noDevices;
}
