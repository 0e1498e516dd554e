// Chromium knows no scheme of ours: in the harness each of its pages stands under an https address that exists nowhere.

const STAND_IN = '.jiaohao.invalid';

/** `jiaohao://kiosk/x` -> `https://kiosk.jiaohao.invalid/x`; others as they are. */
export function toChromium(address: string): string {
  return address.replace(/^jiaohao:\/\/([a-z]+)\//, `https://$1${STAND_IN}/`);
}

export function fromChromium(address: string): string {
  return address.replace(/^https:\/\/([a-z]+)\.jiaohao\.invalid\//, 'jiaohao://$1/');
}
