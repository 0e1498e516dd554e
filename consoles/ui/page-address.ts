// What a page without sign-in takes from its address besides the token: another one begins it anew, `?theme=high-contrast` is its look.

/** Once, before anything is drawn. `languageTag`: the page's first language. */
export function settlePage(languageTag: string): void {
  // Another token in the address of an open page is another pad, or another ticket.
  addEventListener('hashchange', () => location.reload());
  document.documentElement.lang = languageTag;
  const theme = new URLSearchParams(location.search).get('theme');
  if (theme === 'high-contrast') document.documentElement.dataset['theme'] = theme;
}
