// Makes a hung-up tty a lost line. node-serialport 13 takes a read of 0 bytes as "try again" and spins for ever, without
// `close`, when the plug goes while it reads (serialport/bindings-cpp issue 162). Remove once that is mended.
import { read as readDescriptor } from 'node:fs';
import { promisify } from 'node:util';

/** What node-serialport's Linux and macOS port has beside its public face. */
interface UnixPort {
  readonly fd: number | null;
  readonly poller: { once(event: 'readable', listener: (error: Error | null) => void): unknown };
  read(buffer: Buffer, offset: number, length: number): Promise<{ buffer: Buffer; bytesRead: number }>;
}

const readAsync = promisify(readDescriptor);

/** Replaces the reading of an open Linux or macOS port by one that fails on end of file; any other port stays as it is. */
export function endReadsOnHangUp(port: object): void {
  if (!isUnixPort(port)) return;
  port.read = async (buffer, offset, length) => {
    for (;;) {
      throwIfClosed(port);
      const bytesRead = await readSome(port.fd, buffer, offset, length);
      // VMIN is 1: a tty that is merely silent answers EAGAIN, never 0 bytes.
      if (bytesRead === 0) throw Object.assign(new Error('the line hung up'), { disconnect: true });
      if (bytesRead !== null) return { buffer, bytesRead };
      // Closed while it read: asking the poller of a closed port ends the process with a segmentation fault.
      throwIfClosed(port);
      await readable(port);
    }
  };
}

/** `canceled` is how node-serialport knows that the close was ours. */
function throwIfClosed(port: UnixPort): asserts port is UnixPort & { fd: number } {
  if (port.fd === null) throw Object.assign(new Error('port is not open'), { canceled: true });
}

/** Null when there is nothing to read yet. */
async function readSome(fd: number, buffer: Buffer, offset: number, length: number): Promise<number | null> {
  try {
    return (await readAsync(fd, buffer, offset, length, null)).bytesRead;
  } catch (error) {
    if (['EAGAIN', 'EWOULDBLOCK', 'EINTR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

function readable(port: UnixPort): Promise<void> {
  return new Promise((resolve, reject) => {
    port.poller.once('readable', (error) => (error ? reject(error) : resolve()));
  });
}

function isUnixPort(port: object): port is UnixPort {
  return 'fd' in port && typeof port.fd === 'number' && 'poller' in port && 'read' in port;
}
