// Real lines for the contract runs: a pty pair, TCP and UDP sockets; lost and mended as each of them is in a hall.
import { createPort, type Port } from '@jiaohao/drivers';
import { listenTcp, listenUdp, openPtyPair } from '@jiaohao/drivers/simulators';

/** A simulator on a line. */
interface Device {
  start(): void;
  stop(): Promise<void>;
}

export interface ContractLine {
  /** What stands in the configuration. */
  readonly near: string;
  readonly far: Port;
  readonly cut: (device: Device) => Promise<void>;
  readonly mend: (device: Device) => Promise<void>;
  readonly close: () => Promise<unknown>;
}

export type MakeLine = (baudRate: number) => Promise<ContractLine>;

export const overPty: MakeLine = async (baudRate) => {
  const pair = await openPtyPair();
  return {
    near: pair.a,
    far: createPort(pair.b, { baudRate }),
    cut: () => pair.unplug(),
    mend: () => pair.replug(),
    close: () => pair.close(),
  };
};

/** A character device without a speed, as `/dev/usb/lp0` is; a pty stands for it. */
export const overPrinterPath: MakeLine = async (baudRate) => {
  const line = await overPty(baudRate);
  return { ...line, near: `lp:${line.near}` };
};

/** The device's end listens; gone, it comes back on the same port. */
const overNetwork =
  (listen: typeof listenTcp): MakeLine =>
  async () => {
    const far = listen();
    await far.open();
    const mend = (device: Device): Promise<void> => {
      device.start();
      return Promise.resolve();
    };
    return { near: far.url, far, cut: (device) => device.stop(), mend, close: () => far.close() };
  };

export const overTcp = overNetwork(listenTcp);
export const overUdp = overNetwork(listenUdp);
