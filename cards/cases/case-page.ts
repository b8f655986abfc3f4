import { ask } from '../../programme/asks.ts';
import type { SeenCase } from '../../programme/cases/case-search.ts';
import { buttons, type Card, card } from '../card.ts';
import { seenPage } from '../consent/seen-page.ts';

/** A case as its reader sees it, whole: the very words that were consented to. */
export function casePageCard({
  one,
  mayWrite,
  mayKeep = false,
}: {
  readonly one: SeenCase;
  readonly mayWrite: boolean;
  readonly mayKeep?: boolean;
}): Card {
  const { id, content, municipality, item } = one;
  return card(
    '事例',
    `${municipality.name}の事例「${content.title}」`,
    ...seenPage({ town: municipality.name, content }),
    buttons(
      { label: '事務局に聞く', look: 'primary', ask: ask('ask-about-case', { case: id }) },
      { label: '同じ分野の事例', ask: ask('find-cases', { item }) },
      { label: '全ての事例', ask: ask('find-cases') },
      ...(mayKeep ? [{ label: '事例シート（Word）', ask: ask('case-file', { case: id }) }] : []),
      ...(mayWrite ? [{ label: '書き直しと承諾', ask: ask('edit-case', { case: id }) }] : []),
    ),
  );
}
