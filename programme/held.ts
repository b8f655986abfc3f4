/**
 * Whether something that is held for `lengthMs` at a time is held now. What lies further ahead than that was written by
 * a clock that was wrong, and holds nothing; as much again is allowed for clocks that differ.
 */
export function isHeld(until: string | undefined, lengthMs: number, now: Date): boolean {
  const left = Date.parse(until ?? '') - now.getTime();
  return left >= 0 && left <= 2 * lengthMs;
}
