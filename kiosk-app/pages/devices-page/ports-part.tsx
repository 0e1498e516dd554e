// The ports of the installer's computer: what identifies each, what answers there, and what of it belongs into terminal.json.
import type { ReactElement } from 'react';
import type { SeenPort } from '../../wire/devices-page.ts';
import { Both } from '../self-test-parts.tsx';
import { DEVICES_PAGE_TEXTS as TEXTS } from './texts.ts';

interface PortsPartProps {
  readonly ports: readonly SeenPort[];
  readonly settings: string | null;
}

export function PortsPart({ ports, settings }: PortsPartProps): ReactElement {
  return (
    <section className="ports">
      <h2>
        <Both text={TEXTS.ports} />
      </h2>
      {ports.length === 0 && (
        <p>
          <Both text={TEXTS.noPorts} />
        </p>
      )}
      <ul>
        {ports.map((port) => (
          <Port key={port.name} port={port} />
        ))}
      </ul>
      {settings !== null && (
        <>
          <h2>
            <Both text={TEXTS.settings} />
          </h2>
          <pre>{settings}</pre>
        </>
      )}
    </section>
  );
}

function Port({ port: { name, about, verdict } }: { readonly port: SeenPort }): ReactElement {
  return (
    <li>
      <code>{name}</code>
      {about !== '' && <span className="about">{about}</span>}
      {verdict !== null && (
        <span className="verdict" data-tone={verdict.isDevice ? 'good' : 'note'}>
          <Both text={verdict} />
        </span>
      )}
    </li>
  );
}
