import { ask } from '../../programme/asks.ts';
import type { CaseCandidate } from '../../programme/cases/case-candidate.ts';
import { shortDate } from '../../programme/day.ts';
import { itemName } from '../../programme/shown.ts';
import { type Button, buttons, type Card, card, type Node, notice, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

type CandidateLine = CaseCandidate & {
  readonly town: string;
  /** There is a case of it already. */
  readonly written: string | undefined;
};

export type CandidatesView = {
  readonly shown: readonly CandidateLine[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  /** 団体コード, where only those of one municipality are listed. */
  readonly only?: string | undefined;
  /** Questions about cases that wait for an answer. */
  readonly questions: number;
};

/** 事例候補: in the order of the days; nothing in it weighs one against another. */
export function caseCandidatesCard({ shown, all, page, pages, only, questions }: CandidatesView): Card {
  const sentence =
    all === 0 ? '記録から拾える事例候補は、今はありません。' : `事例候補が${all}件あります（新しい順）。`;
  return card(
    '事例候補',
    sentence,
    all === 0 ? notice('quiet', sentence) : text(sentence),
    text('推薦されたものを先に、記録にあることだけを並べています。', 'quiet'),
    shown.flatMap(candidateNodes),
    buttons(
      ...pageButtons(page, pages, (to) => ask('show-case-candidates', { municipality: only, page: to })),
      ...(only === undefined ? [] : [{ label: '全ての候補', ask: ask('show-case-candidates') }]),
      { label: '事例作成', ask: ask('draft-case') },
      { label: '作成した事例', ask: ask('edit-case') },
      { label: questions > 0 ? `事例の質問（${questions}件）` : '事例の質問', ask: ask('show-case-questions') },
    ),
  );
}

function candidateNodes(line: CandidateLine): Node[] {
  const { town, item, day, signs, nominated } = line;
  return [
    text(`${town}　${itemName(item)}`, 'strong'),
    text([`${shortDate(day)}`, ...signs].join('　')),
    ...nominated.map((why) => text(`推薦: ${why}`)),
    buttons(nextOf(line)),
  ];
}

const nextOf = ({ municipality, item, written, town }: CandidateLine): Button =>
  written === undefined
    ? { label: `事例作成 ${town} ${item}`, ask: ask('draft-case', { municipality, item }) }
    : { label: `事例を開く ${town} ${item}`, ask: ask('edit-case', { case: written }) };
