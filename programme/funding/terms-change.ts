import { checkedDayTrouble, type Saying } from '../checked-day.ts';
import { type Day, fullDate } from '../day.ts';
import { type Beneficiary, beneficiaryNames, type FundingTerms } from './funding-terms.ts';
import { capTrouble, rateTrouble } from './own-share.ts';

type Texts = 'name' | 'funds' | 'rate' | 'cap' | 'window' | 'route' | 'note';
type Days = 'from' | 'until';
/** The parts of the terms as commands call them. */
export type TermsPart = Texts | Days | 'who' | 'papers' | 'checked';

type PartOfTerms = {
  readonly name: TermsPart;
  readonly label: string;
  readonly hint?: string;
  /** Of a part that is a day. */
  day?(terms: FundingTerms): Day | undefined;
  say(terms: FundingTerms): string;
  /** @returns what is wrong with it, in a sentence, where it cannot be so */
  set(terms: FundingTerms, said: string, saying: Saying): FundingTerms | string;
};

const said = (day: Day | undefined): string => (day === undefined ? '' : fullDate(day));
/** 「未確認」 and 「なし」 are how nothing is said. */
const plain = (text: string): string => (['未確認', '-'].includes(text) ? '' : text);

type Written = { readonly hint?: string; readonly trouble?: (said: string) => string | undefined };

const written = (name: Texts, label: string, { hint, trouble }: Written = {}): PartOfTerms => ({
  ...{ name, label },
  ...(hint === undefined ? {} : { hint }),
  say: (terms) => terms[name],
  // A name stays one.
  set: (terms, text) => trouble?.(text) ?? { ...terms, [name]: name === 'name' ? text : plain(text) },
});

/** In the order in which they are shown and asked for. */
export const termsParts: readonly PartOfTerms[] = [
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
    say: ({ from }) => said(from),
    day: ({ from }) => from,
    set: (terms, from) =>
      terms.until !== undefined && from > terms.until ? '締切の日より前の日にしてください。' : { ...terms, from },
  },
  {
    ...{ name: 'until', label: '締切の日' },
    say: ({ until }) => said(until),
    day: ({ until }) => until,
    set: (terms, until) =>
      terms.from !== undefined && until < terms.from ? '受付開始日よりあとの日にしてください。' : { ...terms, until },
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
  {
    ...{ name: 'checked', label: '確認日' },
    say: ({ checkedOn }) => said(checkedOn),
    day: ({ checkedOn }) => checkedOn,
    set({ begunFrom: _, ...terms }, checkedOn, saying) {
      return checkedDayTrouble(checkedOn, saying) ?? { ...terms, checkedOn, checkedBy: saying.by };
    },
  },
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
