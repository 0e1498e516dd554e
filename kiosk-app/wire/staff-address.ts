// What the shell tells the staff page by its address: alone in its file, because the page loads nothing else of the wire.

/** Behind the address where Chromium runs without its sandbox. */
export const SANDBOX_OFF = '#sandbox-off';
