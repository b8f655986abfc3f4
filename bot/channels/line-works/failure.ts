/** The product said no. `code` is its own word for why. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code = '') {
    super(code === '' ? String(status) : `${status} ${code}`);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }
}

/** Too many requests, by the product's count or by ours: nothing was done. */
export class TooMany extends Refused {
  /** In ms. */
  readonly retryAfter: number;

  constructor(retryAfter: number, code = 'TOO_MANY_REQUESTS') {
    super(429, code);
    this.name = 'TooMany';
    this.retryAfter = retryAfter;
  }
}

/** A request of ours got no answer from the product: whether it did anything is not known. */
export class NoAnswer extends Error {
  /** Whether the request may have arrived all the same. */
  readonly mayHaveArrived: boolean;

  constructor(code: string, mayHaveArrived: boolean) {
    super(code);
    this.name = 'NoAnswer';
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** No token could be had, so nothing was sent. */
export class NoToken extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NoToken';
  }
}

/** What is to be sent cannot be: a fault of ours. */
export class NotSendable extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotSendable';
  }
}

/** What may be logged of an error: never its text where that is not ours. */
export function loggedReason(error: unknown): string {
  const ours = [Refused, NoAnswer, NoToken, NotSendable].some((kind) => error instanceof kind);
  if (error instanceof Error) return ours ? error.message : error.name;
  return 'unknown';
}
