import { ask } from '../../programme/asks.ts';
import { fiscalYearName, fullDate } from '../../programme/day.ts';
import {
  certaintyNames,
  type FundingTerms,
  findFunding,
  fundingShort,
  type TermsCertainty,
  termsYearNote,
} from '../../programme/funding/funding-terms.ts';
import { type TermsPart, termsParts } from '../../programme/funding/terms-change.ts';
import { buttons, type Card, card, type Field, facts, list, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

type TermsSeen = { readonly terms: FundingTerms; readonly certainty: TermsCertainty };
export type TermsList = {
  readonly year: number;
  readonly shown: readonly TermsSeen[];
  readonly page: number;
  readonly pages: number;
  /** How many are 目安, or were confirmed more than a year ago; only the secretariat sees to that. */
  readonly unsure?: { readonly guide: number; readonly old: number } | undefined;
};

export const FUNDINGS_A_PAGE = 8;

/** The fundings there are for a year, with how sure of them one can be. */
export function fundingListCard({ year, shown, page, pages, unsure }: TermsList): Card {
  const to = (next: number) => ask('show-funding-list', { of: year, page: next });
  return offering(
    '財源の一覧',
    `財源の一覧（${fiscalYearName(year)}）${page}/${pages}`,
    text(`${fiscalYearName(year)}の財源`, 'strong'),
    unsure ? notice('quiet', `確かめるもの: 目安 ${unsure.guide}件、確認から1年を過ぎたもの ${unsure.old}件`) : [],
    list(
      shown.map(({ terms, certainty }) => ({
        title: fundingShort(terms.funding),
        detail: [certaintyNames[certainty], termsYearNote(terms, year), terms.rate || '率は未確認']
          .filter(Boolean)
          .join('・'),
        ask: ask('show-funding-list', { funding: terms.funding, of: year }),
      })),
    ),
    text('「目安」は、事務局がまだ確かめていないものです。募集要領などで確かめてください。', 'quiet'),
    buttons(...pageButtons(page, pages, to)),
  );
}

export type TermsView = TermsSeen & { readonly year: number; readonly mayChange: boolean };

/** What is known of one funding in a year. */
export function termsCard({ terms, certainty, year, mayChange }: TermsView): Card {
  const funding = findFunding(terms.funding);
  const isSure = certainty === 'confirmed';
  const rows = termsParts
    .filter(({ name }) => name !== 'name' && name !== 'checked')
    .map(({ label, say }) => [label, say(terms) || (isSure ? '書かれていません' : '未確認')] as const);
  return card(
    '財源の内容',
    `${terms.name}（${fiscalYearName(year)}）: ${certaintyNames[certainty]}`,
    text(terms.name, 'strong'),
    text(`${terms.funding}　${funding?.ministry ?? ''}・${funding?.category ?? ''}`, 'quiet'),
    notice(isSure ? 'good' : 'attention', standing({ terms, certainty, year })),
    facts(...rows),
    buttons(
      ...(mayChange
        ? [{ label: '内容を変える', ask: ask('change-funding-terms', { funding: terms.funding, of: year }) }]
        : []),
      { label: '財源の一覧', ask: ask('show-funding-list', { of: year }) },
    ),
  );
}

function standing({ terms, certainty, year }: TermsSeen & { year: number }): string {
  const { checkedOn } = terms;
  const of = termsYearNote(terms, year);
  const when = checkedOn ? `${fullDate(checkedOn)}に事務局が確認` : '';
  if (certainty === 'confirmed') return when;
  return `目安: ${[of, when, '募集要領などで確かめてください'].filter(Boolean).join('。')}。`;
}

/** Which part of the terms is to be another. */
export function whichPartCard(terms: FundingTerms, year: number): Card {
  return offering(
    '財源の変更',
    `${fundingShort(terms.funding)}の変えるところを選んでください。まだ変えていません。`,
    text(`${fundingShort(terms.funding)}　${fiscalYearName(year)}`, 'strong'),
    text('変えるところを選んでください。募集要領などで確かめて「確認日」を入れると、目安ではなくなります。', 'quiet'),
    list(
      termsParts.map(({ name, label, say }) => ({
        title: label,
        detail: say(terms) || '未確認',
        ask: ask('change-funding-terms', { funding: terms.funding, of: year, part: name }),
      })),
    ),
  );
}

/** One part, to be written anew. */
export function termsPartForm(
  terms: FundingTerms,
  year: number,
  part: (typeof termsParts)[number],
  problem?: string,
): Card {
  const { name, label, say } = part;
  const base = { name, label, required: true, error: problem };
  const field: Field = part.day
    ? { ...base, type: 'date', value: part.day(terms) }
    : { ...base, type: 'text', maxLength: 400, value: say(terms) || undefined, hint: part.hint };
  return card(
    '財源の変更',
    `${fundingShort(terms.funding)}の${label}を入力してください。`,
    text(`${fundingShort(terms.funding)}　${fiscalYearName(year)}　${label}`, 'strong'),
    text(`今の内容: ${say(terms) || '未確認'}`, 'quiet'),
    part.day?.(terms) === undefined || name === 'checked'
      ? []
      : buttons({
          label: '日付を消す',
          ask: ask('change-funding-terms', { funding: terms.funding, of: year, [name]: 'なし' }),
        }),
    {
      kind: 'form',
      parts: [{ intro: [], fields: [field] }],
      submit: '確かめる',
      ask: askFor(terms.funding, year, name),
    },
  );
}

const askFor = (funding: string, of: number, part: TermsPart) => ask('change-funding-terms', { funding, of, part });
