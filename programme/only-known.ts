type Known<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What is said, without the fields of which nothing is. */
export const onlyKnown = <T extends object>(values: T): Known<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<T>;
