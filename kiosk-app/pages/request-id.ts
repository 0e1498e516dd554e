// Names a wish at the moment of the touch, from plain HTTP pages too: getRandomValues needs no secure context.
const ID_BYTES = 16;

/** 32 hexadecimal digits. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
