// What somebody types is legible while they type, and a few seconds later it is not: others stand behind them.
import { useCallback, useEffect, useState } from 'react';

export const LEGIBLE_MS = 5_000;

/**
 * Legible for five seconds after every change of `page` and after `look`. A page that comes back (from help, from the idle
 * warning) is not: it may be another person's hand that brought it back.
 */
export function useShownBriefly(page: object): { readonly isShown: boolean; readonly look: () => void } {
  const [looks, setLooks] = useState(0);
  const [hidden, setHidden] = useState<{ readonly page: object; readonly looks: number }>({ page, looks });
  const isShown = hidden.page !== page || hidden.looks !== looks;

  useEffect(() => {
    const timer = setTimeout(() => setHidden({ page, looks }), LEGIBLE_MS);
    return () => clearTimeout(timer);
  }, [page, looks]);

  return { isShown, look: useCallback(() => setLooks((before) => before + 1), []) };
}
