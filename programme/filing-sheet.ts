import { actOf, decisionOf, type Filing, type FilingDecision, type FilingVersion, filingStateNames } from './filing.ts';
import { type ExportSheet, exportSheetOfParts, momentCell, type SheetNames } from './sheet.ts';
import { verdictName, type YesWord } from './verdict-words.ts';

/** How a kind of filing stands in the sheet that all of them share. */
type FilingSheet<F extends Filing> = {
  /** 体制変更届 */
  readonly called: string;
  readonly yes: YesWord;
  /** Which one it is, of this version, in a few words. */
  what(content: ContentOf<F>, names: SheetNames, filing: F): string;
};

type ContentOf<F> = F extends Filing<infer C> ? C : never;

/** 提出と決定: a row for each version of every filing, with what was decided about it; all kinds fill the same columns. */
export function filingSheet<F extends Filing>({ called, yes, what }: FilingSheet<F>): ExportSheet<F> {
  return exportSheetOfParts('提出と決定', 'trust', rowsOf<F>, {
    種類: () => called,
    番号: ({ filing }) => filing.id,
    版: ({ version }) => version.number,
    内容: ({ version, filing }, names) => what(version.content as ContentOf<F>, names, filing as F),
    作成日時: ({ version }) => momentCell(version.at),
    作成者: ({ version }, { nameOf }) => nameOf(version.by),
    変更の理由: ({ version }) => version.reason,
    提出日時: (row) => momentCell(submitted(row)?.at),
    提出者: (row, { nameOf }) => named(submitted(row)?.by, nameOf),
    状態: (row) => standing(row, yes),
    決定日時: (row) => momentCell(decided(row)?.at),
    決定者: (row, { nameOf }) => named(decided(row)?.by, nameOf),
    '条件・理由': (row) => decided(row)?.condition,
    決定の経過: (row, names) => decisionsOf(row, yes, names),
    文書番号: ({ filing, version }) => actOf(filing, version.number)?.document,
    文書の日付: ({ filing, version }) => actOf(filing, version.number)?.day,
    県の意見: (row, names) => remarksOf(row, names),
  });
}

type FilingRow = { readonly filing: Filing; readonly version: FilingVersion<unknown> };

const rowsOf = <F extends Filing>(filing: F): readonly FilingRow[] =>
  filing.versions.map((version) => ({ filing, version }));

const submitted = ({ filing, version }: FilingRow) =>
  filing.submissions?.findLast((each) => each.version === version.number);
const decided = ({ filing, version }: FilingRow): FilingDecision | undefined => decisionOf(filing, version.number);
const named = (member: string | undefined, nameOf: SheetNames['nameOf']) =>
  member === undefined ? undefined : nameOf(member);

function standing(row: FilingRow, yes: YesWord): string {
  if (row.filing.withdrawn) return filingStateNames.withdrawn;
  const decision = decided(row);
  if (decision) return verdictName(yes, decision.verdict);
  return filingStateNames[submitted(row) ? 'submitted' : 'draft'];
}

/** Each decision about a version in its order, where the prefecture changed its mind. */
function decisionsOf({ filing, version }: FilingRow, yes: YesWord, { nameOf }: SheetNames): string | undefined {
  const all = (filing.decisions ?? []).filter((each) => each.version === version.number);
  if (all.length < 2) return undefined;
  return all
    .map(({ at, by, verdict, condition, reason }) =>
      [momentCell(at), nameOf(by), verdictName(yes, verdict), condition, reason && `改めた理由: ${reason}`]
        .filter((part) => part !== undefined)
        .join(' '),
    )
    .join('\n');
}

function remarksOf({ filing, version }: FilingRow, { nameOf }: SheetNames): string | undefined {
  const all = (filing.remarks ?? []).filter((each) => each.version === version.number);
  return all.length === 0 ? undefined : all.map(({ by, text }) => `${nameOf(by)}: ${text}`).join('\n');
}
