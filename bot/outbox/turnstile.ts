/** Lets one piece of work begin after the other has ended. */
export type Turnstile = {
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** The same work for everybody who comes before it begins: it begins after each of them has come. */
  shared<T>(work: () => Promise<T>): () => Promise<T>;
};

export function createTurnstile(): Turnstile {
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    alone,
    shared(work) {
      let next: ReturnType<typeof work> | undefined;
      const begin = () => {
        next = undefined;
        return work();
      };
      return () => {
        next ??= alone(begin);
        return next;
      };
    },
  };
}
