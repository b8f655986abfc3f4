import { dayOf, fiscalYearName, fullDate } from '../../programme/day.ts';
import { type FundingRecord, stateText, talksOf } from '../../programme/funding/funding-record.ts';
import { certaintyNames, type FundingTerms, fundingShort, untilIn } from '../../programme/funding/funding-terms.ts';
import { generalBeside, type InitiativeFunding } from '../../programme/funding/initiative-funding.ts';
import type { TableBook } from '../table-book.ts';
import type { TableCell } from '../table-sheet.ts';

export type FundingSheet = {
  readonly town: string;
  readonly year: number;
  readonly fundings: readonly InitiativeFunding[];
  readonly record: FundingRecord | undefined;
  readonly now: Date;
};

/** 財源活用シート (FM-20): what is chosen for each initiative, what else may be looked at, and the 協議 with the prefecture. */
export function fundingSheetBook({ town, year, fundings, record, now }: FundingSheet): TableBook {
  const names = new Map(fundings.map(({ id, content }) => [id, content.name]));
  return {
    title: `財源活用シート ${town}`,
    asOf: `${fullDate(dayOf(now))}現在（${fiscalYearName(year)}からの取組）`,
    made: now,
    definitions: [
      '「候補」は取組の言葉と項目から並べたもので、使えるかどうかは決めていません。',
      '「目安」は、その年度の内容をまだ確かめていないか、確認から1年を過ぎたものです。',
      '一般財源負担は、市町村が書いた額か、確認済みの率と上限が1つの数のときだけ初期の額から計算した額です。空欄は0ではありません。',
      '締切が空欄のものは、その年度の締切の日がまだ分かっていません。',
      '交付税は採択されるものではないため、「算入・交付」と書きます。',
    ],
    tables: [
      {
        name: '採用案',
        headings: [
          ...[
            '取組',
            '初期（千円）',
            '経常（千円/年）',
            '財源',
            '状態',
            '一般財源負担（千円）',
            '締切',
            '提出物',
            '確かさ',
          ],
        ],
        rows: fundings.flatMap(chosenRows),
      },
      {
        name: '候補財源',
        headings: ['取組', '財源', '率', '上限', '時期', '締切', '確かさ', '候補の理由'],
        rows: fundings.flatMap(candidateRows),
      },
      {
        name: '県との協議',
        headings: ['協議した日', '県の課', '結果', '取組', '財源'],
        rows: talksOf(record).map(({ day, division, result, initiative, funding }) => [
          ...[{ day }, division, result, initiative && names.get(initiative), funding && fundingShort(funding)],
        ]),
      },
    ],
  };
}

/** An initiative without a funding stands there all the same, with what it costs. */
function chosenRows(one: InitiativeFunding): readonly (readonly TableCell[])[] {
  const { content, chosen, year } = one;
  const costs = [content.name, content.initialCost, content.runningCost];
  if (chosen.length === 0) return [[...costs, ...Array.from({ length: 6 }, () => undefined)]];
  return chosen.map((each) => [
    ...[...costs, fundingShort(each.funding.id), stateText(each.use), generalBeside(one, each)],
    ...[untilCell(each.terms, year), each.terms.papers.join('、'), certaintyNames[each.certainty]],
  ]);
}

const untilCell = (terms: FundingTerms, year: number): TableCell => {
  const day = untilIn(terms, year);
  return day && { day };
};

const candidateRows = ({ content, candidates, year }: InitiativeFunding): readonly (readonly TableCell[])[] =>
  candidates.map(({ funding, terms, certainty, because }) => [
    ...[content.name, fundingShort(funding.id), terms.rate || '未確認', terms.cap || '未確認'],
    ...[terms.window || '未確認', untilCell(terms, year), certaintyNames[certainty], because],
  ]);
