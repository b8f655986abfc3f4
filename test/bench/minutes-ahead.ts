/**
 * Loaded into a measured server (`--import`): its clock goes on by a minute whenever it is asked to, because a bot may
 * write 240 messages a minute and a measured minute has thousands. What waits by timers waits as ever.
 */
const Real = Date;
const MINUTE_MS = 61_000;
let aheadMs = 0;
const now = (): number => Real.now() + aheadMs;
globalThis.Date = new Proxy(Real, {
  construct: (target, given: unknown[], as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
process.on('message', (asked) => {
  if (asked === 'minute') aheadMs += MINUTE_MS;
});
