// Reads Prometheus's text exposition format (prometheus.io/docs/instrumenting/exposition_formats), strictly: for tests.

export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Family {
  readonly type: string;
  readonly help: string;
  readonly samples: Sample[];
}

/** Values are what Go’s ParseFloat reads: NaN and infinity in any case. */
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? ([+-]?inf|nan|[+-]?[0-9.]+(?:e[+-]?\d+)?)$/i;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(,|$)/y;

/** Throws with the line that is not of the format. */
export function parseExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const families = new Map<string, Family>();
  const helps = new Map<string, string>();
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (kind === 'HELP') helps.set(name, rest);
    else if (kind === 'TYPE') {
      if (families.has(name)) throw new Error(`family twice: ${line}`);
      families.set(name, { type: rest, help: helps.get(name) ?? '', samples: [] });
    } else {
      const sample = sampleOf(line);
      familyOf(families, sample.name, line).samples.push(sample);
    }
  }
  return families;
}

function sampleOf(line: string): Sample {
  const match = SAMPLE.exec(line);
  if (match === null) throw new Error(`not a sample: ${line}`);
  const [, name = '', labels = '', value = ''] = match;
  return {
    name,
    labels: labelsOf(labels, line),
    value: Number(value.replace(/inf/i, 'Infinity').replace(/nan/i, 'NaN')),
  };
}

function labelsOf(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (LABEL.lastIndex = 0; LABEL.lastIndex < text.length;) {
    const match = LABEL.exec(text);
    if (match === null) throw new Error(`not a label: ${line}`);
    labels[match[1] ?? ''] = match[2] ?? '';
  }
  return labels;
}

function familyOf(families: ReadonlyMap<string, Family>, sample: string, line: string): Family {
  const family = families.get(sample) ?? families.get(sample.replace(/_(bucket|sum|count)$/, ''));
  if (family === undefined) throw new Error(`no TYPE before: ${line}`);
  return family;
}

/** The one sample of this name with exactly these labels; undefined where there is none. */
export function figure(
  families: ReadonlyMap<string, Family>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const wanted = JSON.stringify(Object.entries(labels).sort());
  const samples = [...families.values()].flatMap((family) => family.samples);
  return samples.find((each) => each.name === name && JSON.stringify(Object.entries(each.labels).sort()) === wanted)
    ?.value;
}
