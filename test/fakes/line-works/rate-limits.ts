const WINDOW = 60_000;

type Counted = { readonly exceeded: boolean; readonly headers: { readonly [name: string]: string } };

/** Counts calls per API as the product does, on whichever clock it is given. The first header is spelt as documented. */
export type RateLimits = { count(api: string): Counted };

export function createRateLimits(now: () => Date, perMinute: () => number): RateLimits {
  const windows = new Map<string, { readonly from: number; calls: number }>();
  return {
    count(api) {
      const at = now().getTime();
      const open = windows.get(api);
      const window = open && at >= open.from && at < open.from + WINDOW ? open : { from: at, calls: 0 };
      windows.set(api, window);
      window.calls++;
      const limit = perMinute();
      return {
        exceeded: window.calls > limit,
        headers: {
          'rateLimit-ssed': String(Math.min(window.calls, limit)),
          'rateLimit-limit': String(limit),
          'rateLimit-remaining': String(Math.max(0, limit - window.calls)),
          'rateLimit-reset': String(Math.ceil((window.from + WINDOW - at) / 1_000)),
        },
      };
    },
  };
}
