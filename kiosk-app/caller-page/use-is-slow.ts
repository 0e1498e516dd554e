// An answer that comes at once changes nothing on the bar but what it brings; a later one is waited for visibly.
import { useEffect, useState } from 'react';

const SHOWN_AS_SLOW_MS = 300;

export function useIsSlow(isWorking: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isWorking) return undefined;
    const timer = setTimeout(() => setIsSlow(true), SHOWN_AS_SLOW_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isWorking]);
  return isWorking && isSlow;
}
