import { fiscalYearName, fiscalYearOf } from '../day.ts';
import { checkedPart, dayInFull, type PartOfTerms } from '../part-of-terms.ts';
import { type Beneficiary, beneficiaryNames, type FundingTerms } from './funding-terms.ts';
import { capTrouble, rateTrouble } from './own-share.ts';

type Texts = 'name' | 'funds' | 'rate' | 'cap' | 'window' | 'route' | 'note';
type Days = 'from' | 'until';
/** The parts of the terms as commands call them. */
export type TermsPart = Texts | Days | 'who' | 'papers' | 'checked';

type PartOfFunding = PartOfTerms<FundingTerms, TermsPart>;

/** How somebody says that a day is to be emptied. */
const EMPTIED = /^(?:なし|無し|ない|消す|消して|削除|空欄|未定|未確認|-)$/;
/** A day of the terms as it was said; what empties it is nothing. */
export const termsDaySaid = (text: string): string => (EMPTIED.test(text.normalize('NFKC').trim()) ? '' : text);

/** Somebody who has compared them with what was published has confirmed what was marked as 未確認. */
const confirmed = (text: string): string => text.replaceAll('（未確認）', '').replaceAll('、未確認）', '）');

/** A 受付 lies in the fiscal year of the terms or in the one before it. */
const dayTrouble = (day: string, { year }: FundingTerms): string | undefined =>
  day === '' || [year - 1, year].includes(fiscalYearOf(day))
    ? undefined
    : `${calendarDate(day)}は、${fiscalYearName(year)}の受付の日として離れています。年を確かめてください。`;
const calendarDate = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
function withDay(terms: FundingTerms, name: Days, day: string): FundingTerms {
  const { [name]: _, ...rest } = terms;
  return day === '' ? rest : { ...rest, [name]: day };
}

/** 「未確認」 is how nothing is said; 「なし」 is something: no 上限. */
const plain = (text: string): string => (['未確認', '-'].includes(text) ? '' : text);

type Written = { readonly hint?: string; readonly trouble?: (said: string) => string | undefined };

const written = (name: Texts, label: string, { hint, trouble }: Written = {}): PartOfFunding => ({
  ...{ name, label },
  ...(hint === undefined ? {} : { hint }),
  say: (terms) => terms[name],
  // A name stays one.
  set: (terms, text) => trouble?.(text) ?? { ...terms, [name]: name === 'name' ? text : plain(text) },
});

/** In the order in which they are shown and asked for. */
export const termsParts: readonly PartOfFunding[] = [
  written('name', '名称'),
  written('funds', '対象経費'),
  written('rate', '率', { hint: '例: 1/2（1つの数にすると、一般財源負担を計算します）', trouble: rateTrouble }),
  written('cap', '上限', { hint: '例: 1億円、なし', trouble: capTrouble }),
  {
    ...{ name: 'who', label: '使える団体', hint: '例: 市町村、都道府県' },
    say: ({ who }) => who.map((each) => beneficiaryNames[each]).join('、'),
    set: (terms, text) => {
      const who = (Object.keys(beneficiaryNames) as Beneficiary[]).filter((each) =>
        text.includes(beneficiaryNames[each]),
      );
      return who.length > 0 ? { ...terms, who } : '「市町村」「都道府県」か、その両方を書いてください。';
    },
  },
  {
    ...{ name: 'from', label: '受付開始日' },
    say: ({ from }) => dayInFull(from),
    day: ({ from }) => from,
    set: (terms, from) =>
      terms.until !== undefined && from > terms.until
        ? '締切の日より前の日にしてください。'
        : (dayTrouble(from, terms) ?? withDay(terms, 'from', from)),
  },
  {
    ...{ name: 'until', label: '締切の日' },
    say: ({ until }) => dayInFull(until),
    day: ({ until }) => until,
    set: (terms, until) =>
      terms.from !== undefined && until !== '' && until < terms.from
        ? '受付開始日よりあとの日にしてください。'
        : (dayTrouble(until, terms) ?? withDay(terms, 'until', until)),
  },
  written('window', '受付の時期'),
  {
    ...{ name: 'papers', label: '根拠書類', hint: '「、」で区切る' },
    say: ({ papers }) => papers.join('、'),
    set: (terms, text) => ({
      ...terms,
      papers: plain(text)
        .split(/[、,\n]/)
        .map((each) => each.trim())
        .filter(Boolean),
    }),
  },
  written('route', '経路'),
  written('note', '備考'),
  checkedPart(({ begunFrom: _, ...terms }, checkedOn) => {
    const { funds, rate, cap, window, route } = terms;
    const texts = { funds, rate, cap, window, route };
    const sure = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, confirmed(text)]));
    return { ...terms, ...sure, checkedOn };
  }),
];

/**
 * Terms of a year before are where those of a year begin: the days of another round do not go on, and nobody has
 * confirmed them for this one.
 */
export function termsBegun(terms: FundingTerms, year: number): FundingTerms {
  if (terms.year === year) return terms;
  const { checkedOn: _on, checkedBy: _by, from: _from, until: _until, ...rest } = terms;
  return { ...rest, year, begunFrom: rest.begunFrom ?? terms.year };
}
