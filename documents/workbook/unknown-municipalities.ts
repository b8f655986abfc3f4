import { editDistance } from '../../programme/edit-distance.ts';
import { nameOfTown, withoutAround } from '../../programme/gazetteer.ts';
import { hasCheckDigit } from '../../programme/municipality.ts';
import type { ListedMunicipalities, ListedMunicipality } from './cells.ts';
import { type Fault, placesText } from './fault.ts';
import type { ReadSheets } from './judge.ts';
import { codesCalled, townKey } from './municipality-cells.ts';
import { municipalitySheet } from './sheets.ts';

/** With more unknown municipalities than these, it is not single slips that are wrong. */
const MAX_EXPLAINED = 100;

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
  const names = lines.map(({ is }) => is.name);
  return lines.map((line, at) => ({
    code: line.is.code ?? line.written('code'),
    name: line.is.name ?? line.written('name'),
    doubt: {
      code: wrong.has(line.row) || isTwice(codes, at),
      name: line.bad.has('name') || isTwice(names, at),
    },
  }));
}

const isTwice = (values: readonly (string | undefined)[], at: number): boolean =>
  values[at] !== undefined && values.indexOf(values[at]) !== values.lastIndexOf(values[at]);

/**
 * One slip is one fault. What is unknown only because a row of 市町村 has a slip in its code or name follows from that
 * row and is not told; any other unknown municipality, and whatever else has one cause, is told once with its places.
 */
export function withoutFollowing(faults: readonly Fault[], places: ListedMunicipalities): Fault[] {
  const unknown = new Set(faults.flatMap((fault) => fault.unknown ?? []));
  const following = new Set(explained([...unknown], places ?? []));
  const own = faults.filter((fault) => fault.unknown === undefined || !following.has(fault.unknown));
  const told = toldOnce(own, places ?? []);
  // Nothing can follow from nothing: whatever was found, at least one of it stops the import.
  return told.length > 0 ? told : [...faults];
}

function toldOnce(faults: readonly Fault[], places: readonly ListedMunicipality[]): Fault[] {
  const causeOf = ({ unknown, cause }: Fault) =>
    unknown === undefined ? cause : `unknown ${unknownTown(unknown, places)}`;
  const groups = groupedBy(faults, (fault) => causeOf(fault) ?? '');
  return faults.flatMap((fault) => {
    const caused = causeOf(fault);
    if (caused === undefined) return [fault];
    const [first, ...others] = groups.get(caused) ?? [];
    if (first !== fault) return [];
    const { unknown: _, cause: _cause, ...told } = fault;
    const elsewhere = placesText(others.filter(({ sheet, row }) => sheet !== fault.sheet || row !== fault.row));
    return [elsewhere === '' ? told : { ...told, problem: `${told.problem}（${elsewhere}も同じ）` }];
  });
}

/** By its name, also where its code is written; a name is told from that of another prefecture's by its code only. */
function unknownTown(unknown: string, places: readonly ListedMunicipality[]): string {
  const isNear = places.some(({ code }) => code.slice(0, 2) === unknown.slice(0, 2));
  const name = isNear ? nameOfTown(unknown) : undefined;
  return name === undefined ? withoutAround(unknown) : townKey(name);
}

/** The unknown municipalities that rows in doubt may well be: of each row one code and one name, the most alike first. */
function explained(unknown: readonly string[], places: readonly ListedMunicipality[]): readonly string[] {
  if (unknown.length > MAX_EXPLAINED) return [];
  const pairs = places.flatMap((place, row) => {
    const right = { codes: rightCodes(place), name: rightName(place) };
    return unknown.flatMap((one) => {
      const away = isCode(one) ? codeDistance(one, place, right.codes) : nameDistance(one, place, right.name);
      return away === undefined ? [] : [{ part: `${row} ${isCode(one) ? 'code' : 'name'}`, one, away }];
    });
  });
  const taken = new Map<string, string>();
  for (const { part, one } of pairs.sort((a, b) => a.away - b.away)) {
    if (!taken.has(part) && ![...taken.values()].includes(one)) taken.set(part, one);
  }
  return [...taken.values()];
}

const isCode = (unknown: string): boolean => /^\d+$/.test(unknown);

/** What the gazetteer has for the name of a row whose code is in doubt. */
const rightCodes = ({ name, doubt }: ListedMunicipality): readonly string[] =>
  doubt.code && !doubt.name ? codesCalled(townKey(name)) : [];

/** What the gazetteer has for the code of a row whose name is in doubt. */
function rightName({ code, doubt }: ListedMunicipality): string | undefined {
  const name = doubt.name && !doubt.code ? nameOfTown(code) : undefined;
  return name && townKey(name);
}

/** A code that is wrong in itself is a slip of its own, and stays one once the row of 市町村 is right. */
function codeDistance(unknown: string, { code, doubt }: ListedMunicipality, right: readonly string[]) {
  const wanted = unknown.padStart(6, '0');
  if (!doubt.code || !hasCheckDigit(wanted)) return undefined;
  if (right.length > 0) return right.includes(wanted) ? 0 : undefined;
  return editDistance(wanted, code.slice(0, 30));
}

function nameDistance(unknown: string, { name, doubt }: ListedMunicipality, right: string | undefined) {
  if (!doubt.name) return undefined;
  if (right !== undefined) return withoutAround(unknown) === right ? 0 : undefined;
  const away = editDistance(unknown, name.slice(0, 30));
  return away <= 2 || name === '' ? away : undefined;
}

function groupedBy(faults: readonly Fault[], keyOf: (fault: Fault) => string): Map<string, Fault[]> {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = keyOf(fault);
    const group = groups.get(key);
    if (group) group.push(fault);
    else groups.set(key, [fault]);
  }
  return groups;
}
