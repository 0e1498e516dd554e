// What the tools found, as lines for a person: Chinese first, English second.
import type { TimedStep } from '../timed-step.ts';
import type { CardRead } from './read-card.ts';
import type { ProbedPort } from './list-devices.ts';
import type { DeviceLook } from './look-at-device.ts';
import type { PrintReport } from './print-text.ts';
import type { StripReport } from './show-on-strip.ts';
import type { BundleReport } from './support-bundle.ts';
import { CARD_LABELS, PRINT_STATE_WORDS, TOOL_WORDS } from './texts.ts';

const stepLines = (steps: readonly TimedStep[]): string[] =>
  steps.length === 0 ? [] : [`用时 times: ${steps.map(({ step, ms }) => `${step} ${ms} ms`).join(', ')}`];

export function listLines(ports: readonly ProbedPort[]): string[] {
  if (ports.length === 0) return [TOOL_WORDS.noPorts.zh, TOOL_WORDS.noPorts.en];
  return ports.flatMap((port) => {
    const { path, stablePath, vendorId, productId, serialNumber, manufacturer, product, probe } = port;
    const usb = vendorId === null ? [] : [`${vendorId}:${productId ?? '?'}`];
    const facts = [...usb, manufacturer, product, serialNumber].filter((fact) => fact !== null).join(' ');
    return [
      `${path}  ${facts}`.trimEnd(),
      ...(stablePath === null ? [] : [`  固定名称 stable name: ${stablePath}`]),
      ...(probe === undefined ? [] : [`  ${probe.zh}`, `  ${probe.en}`]),
      ...(probe === undefined || probe.baudRate === null
        ? []
        : [`  baudRate ${probe.baudRate}, ${probe.afterMs ?? 0} ms`]),
    ];
  });
}

export function cardLines(card: CardRead): string[] {
  const facts = Object.entries(CARD_LABELS).flatMap(([name, label]) => {
    const value = card[name as keyof typeof CARD_LABELS];
    return value === null || value === '' ? [] : [`${label} ${name}: ${value}`];
  });
  const doubts = (card.doubts ?? []).map((doubt) => `存疑 doubt: ${doubt}`);
  return [...facts, ...doubts, ...stepLines(card.steps)];
}

export function printLines(report: PrintReport): string[] {
  const { zh, en } = PRINT_STATE_WORDS[report.state];
  const because = report.by ?? report.code;
  const remarks = report.remarks.flatMap((remark) => [`  ${remark.zh}`, `  ${remark.en}`]);
  return [zh, `${en}${because === null ? '' : ` (${because})`}`, ...remarks, ...stepLines(report.steps)];
}

export function stripLines({ state, pages, replaced, steps }: StripReport): string[] {
  const { zh, en } = state === 'shown' ? TOOL_WORDS.stripShows : TOOL_WORDS.stripTold;
  const remarks = [
    ...(replaced.length === 0 ? [] : [TOOL_WORDS.stripReplaced(replaced.join(' '))]),
    ...(pages.length < 2 ? [] : [TOOL_WORDS.stripKeepsFirst(pages.length)]),
  ];
  const told = [`${zh}${pages.join(' / ')}`, `${en}${pages.join(' / ')}`];
  return [...told, ...remarks.flatMap((words) => [words.zh, words.en]), ...stepLines(steps)];
}

export function lookLines({ remarks, samId, steps }: DeviceLook): string[] {
  const words = remarks.flatMap(({ zh, en }) => [zh, en]);
  return [...words, ...(samId === null ? [] : [`SAM: ${samId}`]), ...stepLines(steps)];
}

export function bundleLines({ file, ports }: BundleReport): string[] {
  return [`已保存 ${file}（${ports} 个端口，不含个人信息）`, `saved ${file} (${ports} ports, no personal data)`];
}
