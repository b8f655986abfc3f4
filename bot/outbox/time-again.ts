/** Whether an interval is over; one that would begin only now or later was noted by a clock that was wrong. */
export const isTimeAgain = (since: number | undefined, ms: number, now: number): boolean =>
  since === undefined || since > now || now - since >= ms;
