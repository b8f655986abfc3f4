/**
 * So many at a time, the others in the order they came. What looks at every municipality asks for all of them at once:
 * thousands of requests on the wire together would each wait for all others, and run out of patience.
 */
export function createLanes(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = width;
  return async (work) => {
    if (free > 0) free--;
    // Who ends hands over the lane: nobody who comes in between can take it.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
