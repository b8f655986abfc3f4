import type { Ask, Button } from './card.ts';

/** The ways to the next and the one before of the pages of a list; none where there is one page. */
export function pageButtons(page: number, pages: number, to: (page: number) => Ask): Button[] {
  return [
    ...(page < pages ? [{ label: `次へ（${page + 1}/${pages}）`, ask: to(page + 1) }] : []),
    ...(page > 1 ? [{ label: '前へ', ask: to(page - 1) }] : []),
  ];
}
