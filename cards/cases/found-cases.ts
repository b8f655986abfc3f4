import { ask } from '../../programme/asks.ts';
import type { CaseSought, SeenCase } from '../../programme/cases/case-search.ts';
import { townSizeNames } from '../../programme/cases/case-search.ts';
import { itemName } from '../../programme/shown.ts';
import { buttons, type Card, card, list, notice, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

export type FoundCases = {
  readonly shown: readonly SeenCase[];
  /** How many were found, and how many the reader may see at all. */
  readonly found: number;
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly sought: CaseSought;
  /** 市町村名 of `sought.municipality`. */
  readonly town?: string | undefined;
  /** Writes cases. */
  readonly isOffice: boolean;
};

/** 事例: what its reader may see, and nothing of what they may not. */
export function foundCasesCard(view: FoundCases): Card {
  const { shown, page, pages, sought, isOffice } = view;
  const sentence = sentenceOf(view);
  const to = (target: number) => ask('find-cases', { ...sought, page: target });
  return card(
    '事例',
    sentence,
    shown.length > 0 ? text(sentence) : notice('quiet', sentence),
    list(shown.map(rowOf)),
    text('共有が認められた事例だけを表示しています。', 'quiet'),
    buttons(
      ...pageButtons(page, pages, to),
      ...(isSought(sought) ? [{ label: '全ての事例', ask: ask('find-cases') }] : []),
      ...(isOffice ? [{ label: '事例候補', ask: ask('show-case-candidates') }] : []),
    ),
  );
}

const isSought = (sought: CaseSought): boolean => Object.values(sought).some((value) => value !== undefined);

function sentenceOf({ found, all, sought, town }: FoundCases): string {
  const of = soughtText(sought, town);
  if (all === 0) return '見られる事例は、まだありません。共有が認められると、ここに並びます。';
  if (found === 0) return `${of}の事例は、まだありません。ほかの言葉でも探せます。`;
  return `${of ? `${of}の事例` : '事例'}が${found}件あります。押すと開きます。`;
}

function soughtText({ text: words, item, size }: CaseSought, town: string | undefined): string {
  const parts = [
    town,
    item && itemName(item),
    size && townSizeNames[size],
    words && !names(words, town) && `「${words}」`,
  ];
  return parts.filter(Boolean).join('・');
}

/** 小海町: what was typed is the name of the municipality itself, which is said already. */
const names = (words: string, town: string | undefined): boolean => town?.startsWith(words) === true;

/** A row says whose it is and what it is of, and no number of anything. */
const rowOf = ({ id, item, municipality, content }: SeenCase) => ({
  title: content.title,
  detail: `${municipality.name}・${itemName(item)}`,
  ask: ask('find-cases', { case: id }),
});
