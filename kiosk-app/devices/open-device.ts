// From one device of the configuration to a running one that speaks in the messages of wire/devices.ts.
import {
  openCallPad,
  openEvaluationPad,
  openIdCardReader,
  openLedStrip,
  openTicketPrinter,
  type DeviceStatus,
  type IdCard,
  type Rating,
} from '@jiaohao/drivers';
import type { DevicesNotice, DevicesOrder, DeviceSetting } from '../wire/devices.ts';
import { documentScanner } from './document-scanner.ts';
import { lookAtLine, lookAtPrinter, lookAtReader, maskedRead, type DeviceLook, type LastHeard } from './look.ts';
import { paperStep } from './paper-steps.ts';
import { FACT_VALUES } from './texts.ts';

export interface RunningDevice {
  /** Takes its port up again after `stop`. */
  start(): void;
  /** How it is now, for the self-test. */
  look(): DeviceLook;
  /** Orders for another kind of device are not its business. */
  carryOut(order: DevicesOrder): void;
  stop(): Promise<void>;
}

type Tell = (notice: DevicesNotice) => void;

/** Started, its first status told. Throws RangeError or DeviceError where the settings cannot be used. */
export function openDevice(setting: DeviceSetting, tell: Tell): RunningDevice {
  switch (setting.kind) {
    case 'idCardReader':
      return idCardReader(setting, tell);
    case 'documentScanner':
      return documentScanner(setting, tell);
    case 'ticketPrinter':
      return ticketPrinter(setting, tell);
    case 'evaluationPad':
      return evaluationPad(setting, tell);
    case 'callPad':
      return callPad(setting, tell);
    case 'ledStrip':
      return ledStrip(setting, tell);
  }
}

function idCardReader(setting: DeviceSetting, tell: Tell): RunningDevice {
  const reader = openIdCardReader(setting);
  let isUnderTest = false;
  const tellStatus = (status: DeviceStatus): void => tell({ type: 'status', kind: 'idCardReader', status });
  const tellCard = ({ idNumber, name, birth }: IdCard): void =>
    tell(
      isUnderTest
        ? { type: 'selfTestCard', card: maskedRead({ idNumber, name }, reader.health.steps) }
        : { type: 'cardRead', card: { idNumber, name, birth } },
    );
  reader.onEvent((event) => {
    switch (event.type) {
      case 'cardRead':
        tellCard(event.card);
        break;
      case 'cardTrouble':
        tell({ type: isUnderTest ? 'selfTestCardTrouble' : 'cardTrouble', trouble: event.trouble });
        break;
      case 'cardLifted':
        tell({ type: 'cardLifted' });
        break;
      case 'status':
        tellStatus(event.status);
    }
  });
  reader.start();
  tellStatus(reader.status);
  return {
    start: () => reader.start(),
    look: () => lookAtReader(reader),
    carryOut: (order) => {
      if (order.type === 'selfTest') isUnderTest = order.isOn;
    },
    stop: () => reader.stop(),
  };
}

function ticketPrinter(setting: DeviceSetting, tell: Tell): RunningDevice {
  const printer = openTicketPrinter(setting);
  let toldMm: number | null = null;
  const tellPaper = (): void => {
    const leftMm = paperStep(printer.health.paper.leftMm);
    if (leftMm !== toldMm) tell({ type: 'paperLeft', leftMm });
    toldMm = leftMm;
  };
  const tellStatus = (status: DeviceStatus): void => {
    tellPaper();
    tell({ type: 'status', kind: 'ticketPrinter', status });
  };
  printer.onStatus(tellStatus);
  printer.start();
  tellStatus(printer.status);
  return {
    start: () => printer.start(),
    look: () => lookAtPrinter(printer),
    carryOut: (order) => {
      if (order.type !== 'print') return;
      const { key } = order.job;
      void printer.print(order.job).then((outcome) => {
        tell({ type: 'printOutcome', key, outcome });
        tellPaper();
      });
    },
    stop: () => printer.stop(),
  };
}

function evaluationPad(setting: DeviceSetting, tell: Tell): RunningDevice {
  const { model, port, options } = setting;
  const pad = openEvaluationPad({ model, port, options });
  let heard: LastHeard | null = null;
  let testId: number | null = null;
  const ofWindow = windowOf(setting);
  const tellStatus = (status: DeviceStatus): void =>
    tell({ type: 'status', kind: 'evaluationPad', status, ...ofWindow });
  /** What an applicant pressed is theirs: only that a key came may be told. */
  const heardOf = (isTest: boolean, rating: Rating): LastHeard => {
    const at = performance.now();
    return isTest ? { at, what: FACT_VALUES.rated(rating) } : { at };
  };
  pad.onEvent((event) => {
    if (event.type === 'rated') heard = heardOf(event.evaluationId === testId, event.rating);
    if (event.type === 'status') tellStatus(event.status);
    else tell({ ...event, ...ofWindow });
  });
  pad.start();
  tellStatus(pad.status);
  return {
    start: () => pad.start(),
    look: () => lookAtLine('evaluationPad', pad.status, heard),
    carryOut: (order) => {
      if (order.type === 'ask' && order.windowId === setting.windowId) {
        if (order.isTest) testId = order.evaluationId;
        pad.ask({ evaluationId: order.evaluationId, timeoutMs: order.timeoutMs });
      }
      if (order.type === 'cancelAsk' && order.windowId === setting.windowId) pad.cancel();
    },
    stop: () => pad.stop(),
  };
}

function callPad(setting: DeviceSetting, tell: Tell): RunningDevice {
  const { model, port, options } = setting;
  const pad = openCallPad({ model, port, options });
  let heard: LastHeard | null = null;
  const ofWindow = windowOf(setting);
  const tellStatus = (status: DeviceStatus): void => tell({ type: 'status', kind: 'callPad', status, ...ofWindow });
  pad.onEvent((event) => {
    if (event.type === 'key') heard = { at: performance.now(), what: FACT_VALUES.key(event.action, event.key) };
    if (event.type === 'status') tellStatus(event.status);
    else tell({ type: 'callPadKey', action: event.action, key: event.key, ...ofWindow });
  });
  pad.start();
  tellStatus(pad.status);
  return {
    start: () => pad.start(),
    look: () => lookAtLine('callPad', pad.status, heard),
    carryOut: (order) => {
      if (order.type === 'showOnPad' && order.windowId === setting.windowId) pad.show(order.display);
      if (order.type === 'beepPad' && order.windowId === setting.windowId) pad.beep();
    },
    stop: () => pad.stop(),
  };
}

function ledStrip(setting: DeviceSetting, tell: Tell): RunningDevice {
  const { model, port, options } = setting;
  const strip = openLedStrip({ model, port, options });
  const tellStatus = (status: DeviceStatus): void =>
    tell({ type: 'status', kind: 'ledStrip', status, ...windowOf(setting) });
  strip.onStatus(tellStatus);
  strip.start();
  tellStatus(strip.status);
  return {
    start: () => strip.start(),
    look: () => lookAtLine('ledStrip', strip.status, undefined),
    carryOut: (order) => {
      if (order.type === 'showOnStrip' && order.windowId === setting.windowId) strip.show(order.content);
    },
    stop: () => strip.stop(),
  };
}

function windowOf({ windowId }: DeviceSetting): { windowId?: string } {
  return windowId === undefined ? {} : { windowId };
}
