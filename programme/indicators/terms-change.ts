import { findKpi } from '../catalogue.ts';
import type { IndicatorTerms } from '../national-indicator.ts';
import { checkedPart, dayInFull, type PartOfTerms } from '../part-of-terms.ts';

type Texts = 'name' | 'definition' | 'survey' | 'source' | 'note';
type Lists = 'headings' | 'numeratorHeadings' | 'denominatorHeadings';
/** The parts of what is known of an indicator, as the command calls them. */
export type IndicatorPart = Texts | Lists | 'denominatorIs' | 'address' | 'kpis' | 'near' | 'surveyedOn' | 'checked';

type PartOfIndicator = PartOfTerms<IndicatorTerms, IndicatorPart>;

/** 「未確認」 and 「なし」 are how nothing is said. */
const plain = (text: string): string => (['未確認', 'なし', '-'].includes(text.trim()) ? '' : text.trim());

const written = (name: Texts, label: string): PartOfIndicator => ({
  ...{ name, label },
  say: (terms) => terms[name],
  // A name stays one.
  set: (terms, text) => ({ ...terms, [name]: name === 'name' ? text : plain(text) }),
});

const list = (name: Lists, label: string): PartOfIndicator => ({
  ...{ name, label, hint: '「｜」で区切る。表の見出しのとおりに' },
  say: (terms) => terms[name].join('｜'),
  set: (terms, text) => ({ ...terms, [name]: split(plain(text), /[|｜\n]/) }),
});

const kpis = (name: 'kpis' | 'near', label: string): PartOfIndicator => ({
  ...{ name, label, hint: '例: K2-01（なければ「なし」）' },
  say: (terms) => terms[name].join('、'),
  set(terms, text) {
    const ids = split(plain(text).normalize('NFKC').toUpperCase(), /[、,\s]/);
    const unknown = ids.find((id) => !findKpi(id));
    if (unknown !== undefined) return `「${unknown}」というKPIはありません。「K2-01」のような番号にしてください。`;
    return { ...terms, [name]: ids };
  },
});

const split = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((each) => each.trim())
    .filter(Boolean);

/** In the order in which they are shown and asked for. */
export const indicatorParts: readonly PartOfIndicator[] = [
  written('name', '指標名'),
  kpis('kpis', '同じことを数えるKPI'),
  kpis('near', '似たKPI'),
  written('definition', '定義'),
  {
    ...{ name: 'denominatorIs', label: '分母' },
    say: ({ denominator }) => denominator,
    set: (terms, denominator) => ({ ...terms, denominator: plain(denominator) }),
  },
  written('survey', '調査'),
  {
    ...{ name: 'surveyedOn', label: '調査時点' },
    say: ({ surveyedOn }) => dayInFull(surveyedOn),
    day: ({ surveyedOn }) => surveyedOn,
    set: (terms, surveyedOn) => ({ ...terms, surveyedOn }),
  },
  written('source', '出典'),
  {
    ...{ name: 'address', label: 'URL', hint: 'https:// で始まる' },
    say: ({ url }) => url,
    set: (terms, url) =>
      plain(url) === '' || /^https?:\/\/\S+$/.test(plain(url))
        ? { ...terms, url: plain(url) }
        : 'URLは https:// から書いてください。',
  },
  list('headings', '見出し'),
  list('numeratorHeadings', '分子の見出し'),
  list('denominatorHeadings', '分母の見出し'),
  written('note', '備考'),
  checkedPart((terms, checkedOn) => ({ ...terms, checkedOn })),
];

/** What is known of a survey before is where one begins: its day does not go on, and nobody has looked for this one. */
export function indicatorBegun(terms: IndicatorTerms, year: number): IndicatorTerms {
  if (terms.year === year) return terms;
  const { checkedOn: _on, checkedBy: _by, surveyedOn: _day, ...rest } = terms;
  return { ...rest, year };
}
