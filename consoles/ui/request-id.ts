// Names a request where somebody pressed: random, and good on plain http, where crypto.randomUUID does not exist.

/** 32 hexadecimal digits, 128 bits. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
