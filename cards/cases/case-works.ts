import { ask } from '../../programme/asks.ts';
import { type Case, currentCase } from '../../programme/cases/case.ts';
import { lackingFields } from '../../programme/cases/case-field.ts';
import { itemName } from '../../programme/shown.ts';
import { buttons, type Card, list, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

export type CaseWorks = {
  readonly shown: readonly { readonly one: Case; readonly town: string }[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly only?: string | undefined;
};

/** Which case is to be written on: all there are, the last written first. For the secretariat only. */
export function caseWorksCard({ shown, all, page, pages, only }: CaseWorks): Card {
  const sentence =
    all === 0 ? '作成した事例は、まだありません。' : `作成した事例が${all}件あります。どれを開きますか。`;
  return offering(
    '作成した事例',
    sentence,
    all === 0 ? notice('quiet', sentence) : text(sentence),
    list(
      shown.map(({ one, town }) => ({
        title: currentCase(one).content.texts.title ?? itemName(one.item),
        detail: `${town}・${itemName(one.item)}${lackingFields(currentCase(one).content.texts).length > 0 ? '・作成中' : ''}`,
        ask: ask('edit-case', { case: one.id }),
      })),
    ),
    buttons(
      ...pageButtons(page, pages, (to) => ask('edit-case', { municipality: only, page: to })),
      { label: '事例候補', ask: ask('show-case-candidates') },
      { label: '事例作成', ask: ask('draft-case') },
    ),
  );
}
