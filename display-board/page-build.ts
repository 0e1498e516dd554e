// A display is never reloaded by hand: after a start of the hall's server it looks whether the server has other pages, and takes them.

/** Module scripts that a page's HTML names; their names carry a hash of their content. */
export function scriptsIn(html: string): readonly string[] {
  return Array.from(html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g), (found) => found[1] ?? '');
}

/** True when the server's page names other scripts than this one. A page without scripts is no page of ours. */
export function isOtherBuild(shownHtml: string, servedHtml: string): boolean {
  const served = scriptsIn(servedHtml);
  return served.length > 0 && served.join(' ') !== scriptsIn(shownHtml).join(' ');
}

/** Asks the server for this page and reloads when it is another build. A server that does not answer is asked at its next start. */
export async function reloadIfOtherBuild(): Promise<void> {
  const answer = await fetch(location.pathname, { cache: 'no-store' }).catch(() => null);
  if (answer === null || !answer.ok) return;
  const shown = Array.from(document.scripts, (script) => `<script src="${script.getAttribute('src') ?? ''}">`).join('');
  if (isOtherBuild(shown, await answer.text())) location.reload();
}
