/** A page of a long list. */
export type Page<T> = {
  readonly shown: readonly T[];
  /** Which one it is, from 1; the last one where a card asks for one that is not there any more. */
  readonly at: number;
  readonly pages: number;
};

/** @param size how many stand on a page */
export function pageOf<T>(all: readonly T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(Math.max(1, page), pages);
  return { shown: all.slice((at - 1) * size, at * size), at, pages };
}
