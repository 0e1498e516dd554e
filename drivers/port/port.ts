// What every transport offers: open, write, bytes in, close. Nothing above this line touches a native module.

export interface PortClosed {
  /** True when the line vanished by itself (unplugged, peer gone); false when we closed it. */
  readonly wasLost: boolean;
}

export interface Port {
  /** What a person calls it: a device path, host:port, or the name of a memory port. */
  readonly name: string;
  readonly isOpen: boolean;
  /** Line speed in bit/s where the line has one; null for TCP and memory. Timeouts scale with it. */
  readonly bitsPerSecond: number | null;
  /** Rejects with DeviceError `portUnavailable` (retryable) when the line is not there or is taken. */
  open(): Promise<void>;
  /** Resolves when the operating system has taken the bytes. Rejects with DeviceError `portLost`. */
  write(bytes: Uint8Array): Promise<void>;
  /** Returns the function that stops listening. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  onClosed(listener: (closed: PortClosed) => void): () => void;
  close(): Promise<void>;
}
