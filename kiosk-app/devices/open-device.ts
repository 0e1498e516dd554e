// From one device of the configuration to a running one that speaks in the messages of wire/devices.ts.
import { openEvaluationPad, openIdCardReader, openTicketPrinter, type DeviceStatus } from '@jiaohao/drivers';
import type { DevicesNotice, DevicesOrder, DeviceSetting } from '../wire/devices.ts';

export interface RunningDevice {
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
    case 'ticketPrinter':
      return ticketPrinter(setting, tell);
    case 'evaluationPad':
      return evaluationPad(setting, tell);
  }
}

function idCardReader(setting: DeviceSetting, tell: Tell): RunningDevice {
  const reader = openIdCardReader(setting);
  const tellStatus = (status: DeviceStatus): void => tell({ type: 'status', kind: 'idCardReader', status });
  reader.onEvent((event) => {
    switch (event.type) {
      case 'cardRead': {
        const { idNumber, name, birth } = event.card;
        tell({ type: 'cardRead', card: { idNumber, name, birth } });
        break;
      }
      case 'cardTrouble':
        tell({ type: 'cardTrouble', trouble: event.trouble });
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
  return { carryOut: () => undefined, stop: () => reader.stop() };
}

function ticketPrinter(setting: DeviceSetting, tell: Tell): RunningDevice {
  const printer = openTicketPrinter(setting);
  const tellStatus = (status: DeviceStatus): void => tell({ type: 'status', kind: 'ticketPrinter', status });
  printer.onStatus(tellStatus);
  printer.start();
  tellStatus(printer.status);
  return {
    carryOut: (order) => {
      if (order.type !== 'print') return;
      const { key } = order.job;
      void printer.print(order.job).then((outcome) => tell({ type: 'printOutcome', key, outcome }));
    },
    stop: () => printer.stop(),
  };
}

function evaluationPad(setting: DeviceSetting, tell: Tell): RunningDevice {
  const pad = openEvaluationPad(setting);
  const tellStatus = (status: DeviceStatus): void => tell({ type: 'status', kind: 'evaluationPad', status });
  pad.onEvent((event) => {
    if (event.type === 'status') tellStatus(event.status);
    else tell(event);
  });
  pad.start();
  tellStatus(pad.status);
  return {
    carryOut: (order) => {
      if (order.type === 'ask') pad.ask({ evaluationId: order.evaluationId, timeoutMs: order.timeoutMs });
      else if (order.type === 'cancelAsk') pad.cancel();
    },
    stop: () => pad.stop(),
  };
}
