import { hasCheckDigit } from '../../programme/municipality.ts';
import type { ListedMunicipalities, ListedMunicipality } from './cells.ts';
import type { Fault } from './fault.ts';
import type { ReadSheets } from './judge.ts';
import { editDistance } from './municipality-cells.ts';
import { municipalitySheet } from './sheets.ts';

/** With more unknown municipalities than these, it is not single slips that are wrong. */
const MAX_EXPLAINED = 100;
/** How many rows are named before 「ほか」. */
const MAX_NAMED = 12;

/** The municipalities of 市町村, also those in whose row something is wrong: what refers to them is not lost with it. */
export function listedMunicipalities(
  { isThere, lines }: ReadSheets['municipalities'],
  faults: readonly Fault[],
): ListedMunicipalities {
  if (!isThere) return undefined;
  const { name, columns } = municipalitySheet;
  const inCodes = faults.filter(({ sheet, column }) => sheet === name && column === columns.code.heading);
  const wrong = new Set(inCodes.map(({ row }) => row));
  const codes = lines.map(({ is }) => is.code);
  return lines.map((line, at) => ({
    code: line.is.code ?? line.written('code'),
    name: line.is.name ?? line.written('name'),
    doubt: {
      code: wrong.has(line.row) || isTwice(codes, at),
      name: line.bad.has('name'),
    },
  }));
}

const isTwice = (codes: readonly (string | undefined)[], at: number): boolean =>
  codes[at] !== undefined && codes.indexOf(codes[at]) !== codes.lastIndexOf(codes[at]);

/**
 * One slip is one fault. What is unknown only because a row of 市町村 has a slip in its code or name follows from that
 * row and is not told; any other unknown municipality is told once, with all its places.
 */
export function withoutFollowing(faults: readonly Fault[], places: ListedMunicipalities): Fault[] {
  const groups = groupedBy(
    faults.filter(({ unknown }) => unknown !== undefined),
    ({ unknown }) => unknown ?? '',
  );
  for (const unknown of explained([...groups.keys()], places ?? [])) groups.set(unknown, []);
  const told = faults.flatMap((fault) => {
    if (fault.unknown === undefined) return [fault];
    const [first, ...others] = groups.get(fault.unknown) ?? [];
    if (first !== fault) return [];
    const { unknown: _, ...told } = fault;
    return [others.length === 0 ? told : { ...told, problem: `${told.problem}（${placesText(others)}も同じ）` }];
  });
  // Nothing can follow from nothing: whatever was found, at least one of it stops the import.
  return told.length > 0 ? told : [...faults];
}

/** The unknown municipalities that rows in doubt may well be, each row one at most, the most alike first. */
function explained(unknown: readonly string[], places: readonly ListedMunicipality[]): readonly string[] {
  if (unknown.length > MAX_EXPLAINED) return [];
  const pairs = places.flatMap((place, row) =>
    unknown.flatMap((one) => {
      const away = distanceTo(one, place);
      return away === undefined ? [] : [{ row, one, away }];
    }),
  );
  const taken = new Map<number, string>();
  for (const { row, one } of pairs.sort((a, b) => a.away - b.away)) {
    if (!taken.has(row) && ![...taken.values()].includes(one)) taken.set(row, one);
  }
  return [...taken.values()];
}

/** A code with its check digit right may stand for a row with any slip in its code; a name only for one like it. */
function distanceTo(unknown: string, { code, name, doubt }: ListedMunicipality): number | undefined {
  const isCode = /^\d+$/.test(unknown);
  if (isCode ? !doubt.code : !doubt.name) return undefined;
  const away = editDistance(unknown, isCode ? code.slice(0, 30) : name.slice(0, 30));
  const isPossible = isCode ? hasCheckDigit(unknown) || away <= 2 : away <= 2 || name === '';
  return isPossible ? away : undefined;
}

function groupedBy(faults: readonly Fault[], keyOf: (fault: Fault) => string): Map<string, Fault[]> {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) groups.set(keyOf(fault), [...(groups.get(keyOf(fault)) ?? []), fault]);
  return groups;
}

/** 取組3・4行目、KPI 2行目 */
function placesText(faults: readonly Fault[]): string {
  const named = faults.slice(0, MAX_NAMED);
  const bySheet = groupedBy(named, ({ sheet }) => sheet);
  const texts = [...bySheet].map(([sheet, found]) => `「${sheet}」${found.map(({ row }) => row).join('・')}行目`);
  const left = faults.length - named.length;
  return texts.join('、') + (left > 0 ? `ほか${left}か所` : '');
}
