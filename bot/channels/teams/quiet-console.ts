const quieted = new WeakSet<object>();

/**
 * The SDK prints every token it refuses, with a stack and the public key, past our log: anyone could flood it.
 * Those lines are dropped (the door counts refusals itself); everything else is printed as before.
 */
export function quietSdk(target: Pick<Console, 'error'> = globalThis.console): void {
  if (quieted.has(target)) return;
  quieted.add(target);
  const print = target.error.bind(target);
  target.error = (...what: unknown[]) => {
    if (!isAboutTokens(what[0])) print(...what);
  };
}

function isAboutTokens(what: unknown): boolean {
  if (typeof what === 'string') return what.startsWith('Error finding key for token');
  return what instanceof Error && what.name === 'TokenExpiredError';
}
