// The only thing that moves on a public screen: the white border inside the amber panel of a new call.
import type { ReactElement } from 'react';
import type { Fade } from './call-panel.ts';

export function CallBorder({ fade }: { readonly fade: Fade | null }): ReactElement {
  if (fade === null) return <div className="call-border" />;
  // A new run is a new element; a longer count on the same one lets the run go on without a jump.
  return (
    <div key={fade.startedAt} className="call-border fading" style={{ animationIterationCount: String(fade.cycles) }} />
  );
}
