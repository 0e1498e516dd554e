// Does the page stand? Seen from its preload, which sees the page's elements and not its script's errors.

/** After the page and its scripts are loaded: React draws within milliseconds. */
const STANDS_AFTER_LOAD_MS = 5_000;

/** A page stands while its root has something in it; React takes everything out when drawing throws. Each is told once. */
export function watchStanding(glass: Window, tell: (what: 'stands' | 'fell') => void): void {
  let hasStood = false;
  let hasFallen = false;
  const fell = (): void => {
    if (hasFallen) return;
    hasFallen = true;
    tell('fell');
  };
  const fellUnlessStanding = (): void => {
    if (!hasStood) fell();
  };
  // A script that cannot be had; errors inside it are not told to this side of the page.
  const failed = ({ target }: Event): void => {
    if (target instanceof HTMLScriptElement) fellUnlessStanding();
  };
  glass.addEventListener('error', failed, { capture: true });
  glass.addEventListener('DOMContentLoaded', () => {
    const root = glass.document.querySelector('#kiosk, #root');
    if (root === null) return;
    const look = (): void => {
      if (root.hasChildNodes()) {
        if (!hasStood) tell('stands');
        hasStood = true;
      } else if (hasStood) fell();
    };
    new MutationObserver(look).observe(root, { childList: true });
    look();
    glass.addEventListener('load', () => setTimeout(fellUnlessStanding, STANDS_AFTER_LOAD_MS));
  });
}
