import { useEffect, useState } from 'react';

/**
 * What is shown, held fast while somebody has begun to answer it: others may act meanwhile, but no form goes away with
 * what was typed into it. Once sent, the answer says what they did.
 */
export function useHeld<Shown>(now: Shown, isBegun: (shown: Shown) => boolean): Shown {
  const [held, setHeld] = useState(now);
  const isHeld = isBegun(held);
  useEffect(() => {
    if (!isHeld) setHeld(now);
  }, [now, isHeld]);
  return isHeld ? held : now;
}
