import { z } from 'zod';
import { RowFault } from '../taken-file.ts';
import { blankInitiative } from './edited-initiative.ts';
import {
  currentInitiative,
  type Initiative,
  InitiativeContent,
  InitiativeSpan,
  type InitiativeVersion,
} from './initiative.ts';
import { initiativeId } from './initiative-change.ts';
import { type Comparison, type FieldConflict, type SaidContent, threeWay, valueKey } from './three-way.ts';

const Said = z.custom<SaidContent>((value) => typeof value === 'object' && value !== null);

/** A row of a returned 工程表 that could be read. Without an id it is a new one. */
const ReturnedRow = z.object({ row: z.number().int(), id: z.string().optional(), said: Said });
type ReturnedRow = z.infer<typeof ReturnedRow>;

/** What somebody has said of what the file alone does not decide. */
const RoadmapDecisions = z.object({
  /** `seen`: the version in which what stood then was written. */
  conflicts: z.array(
    z.object({ id: z.string(), field: z.string(), seen: z.number().int(), take: z.enum(['file', 'now']) }),
  ),
  /** Initiatives that are to be taken off the 工程表, and those that stay. */
  removed: z.array(z.object({ id: z.string(), yes: z.boolean() })),
});
type RoadmapDecisions = z.infer<typeof RoadmapDecisions>;

/** What was read of a returned 工程表; the file itself is not kept. */
export const ReturnedRoadmap = z.object({
  municipality: z.string(),
  year: z.number().int(),
  /** Of its sheet. */
  sheet: z.string(),
  /** What was exported, by id: the version that was written out. */
  versions: z.record(z.string(), z.number().int()),
  rows: z.array(ReturnedRow),
  /** Quarters and years that have no column any more: nothing is said of them. */
  lacking: z.array(InitiativeSpan),
  /** Ids of the rows that have a fault: they stand in the file, and so nobody took them off. */
  unread: z.array(z.string()),
  faults: z.array(RowFault),
  /** What is worth a look and stops nothing. */
  notes: z.array(z.string()),
  decisions: RoadmapDecisions,
  /** What was written of it, before → after: the receipt, looked at again. */
  applied: z.array(z.object({ what: z.string(), before: z.string().optional(), after: z.string() })),
  /** Somebody has said that none of it is wanted. */
  dropped: z.boolean(),
});
export type ReturnedRoadmap = z.infer<typeof ReturnedRoadmap>;

/** A conflict, and the version in which what stands now was written. */
export type StandingConflict = FieldConflict & { readonly since: number };

type ChangedInitiative = {
  readonly row: number;
  readonly id: string;
  /** As it is called now. */
  readonly name: string;
  readonly changes: Comparison['changes'];
  readonly conflicts: readonly StandingConflict[];
};

export type RoadmapDifferences = {
  readonly changed: readonly ChangedInitiative[];
  readonly added: readonly AddedInitiative[];
  /** In the export and not in the file any more; `since`: somebody has changed it after the export. */
  readonly removed: readonly { readonly id: string; readonly name: string; readonly since: boolean }[];
  readonly faults: readonly RowFault[];
};

type AddedInitiative = { readonly row: number; readonly id: string; readonly content: InitiativeContent };
type Judged =
  | { readonly changed: ChangedInitiative }
  | { readonly added: AddedInitiative }
  | { readonly fault: RowFault }
  | undefined;

/**
 * What the file would change of the municipality's initiatives as they stand now.
 * @param keyOf a short key that says what stands in a new row: the same row, sent again, is made once
 */
export function roadmapDifferences(
  returned: ReturnedRoadmap,
  initiatives: readonly Initiative[],
  keyOf: (content: InitiativeContent) => string,
): RoadmapDifferences {
  const known = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  const twice = namedTwice(returned, known);
  const judged = returned.rows.map((row): Judged => {
    const name = twice.get(row.row);
    if (name !== undefined) return { fault: { sheet: returned.sheet, row: row.row, instead: sameName(name) } };
    return row.id === undefined ? newRow(row, known, returned, keyOf) : exportedRow(row, known.get(row.id), returned);
  });
  const added = judged.flatMap((one) => (one && 'added' in one ? [one.added] : []));
  return {
    changed: judged.flatMap((one) => (one && 'changed' in one ? [one.changed] : [])),
    added: added.filter((one, at) => added.findIndex(({ id }) => id === one.id) === at),
    removed: removedIn(returned, known),
    faults: [...returned.faults, ...judged.flatMap((one) => (one && 'fault' in one ? [one.fault] : []))].toSorted(
      (a, b) => a.row - b.row,
    ),
  };
}

const sameName = (name: string): string =>
  `取組名: 「${name}」が2つあります。1件の取組ならどちらかの行を消し、別の取組なら別の名前を書いてください`;

/** The rows that give a name to their initiative which another one has, or would have: by number, with that name. */
function namedTwice(
  { rows, year, decisions, municipality }: ReturnedRoadmap,
  known: ReadonlyMap<string, Initiative>,
): ReadonlyMap<number, string> {
  const inFile = new Set(rows.map(({ id }) => id));
  const isGoing = (id: string) => decisions.removed.findLast((one) => one.id === id)?.yes === true;
  const standing = [...known.values()]
    .filter((one) => one.year === year && one.municipality === municipality && !one.removed && !isGoing(one.id))
    .map((one) => ({ id: one.id, name: currentInitiative(one).content.name }));
  const named = rows
    .filter(({ id }) => id === undefined || known.has(id))
    .map(({ row, id, said }) => {
      const before = standing.find((one) => one.id === id)?.name;
      const name = typeof said.name === 'string' ? said.name : (before ?? '');
      return { row, name, isGiven: name !== '' && (before === undefined || valueKey(name) !== valueKey(before)) };
    });
  const all = [...standing.filter(({ id }) => !inFile.has(id)), ...named].map(({ name }) => plainName(name));
  const isTwice = ({ name }: { readonly name: string }) => all.filter((each) => each === plainName(name)).length > 1;
  return new Map(named.filter((one) => one.isGiven && isTwice(one)).map(({ row, name }) => [row, name]));
}

/** Widths and blanks make no other name. */
const plainName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

function exportedRow(
  { row, id = '', said }: ReturnedRow,
  initiative: Initiative | undefined,
  { versions, lacking, sheet }: ReturnedRoadmap,
): Judged {
  const exported = initiative && exportedVersion(initiative, versions[id]);
  if (!initiative || !exported) {
    const instead = `取組ID「${id.slice(0, 40)}」は、この工程表にありません。新しい取組なら、取組IDのセルを空にしてください`;
    return { fault: { sheet, row, instead } };
  }
  const { content } = currentInitiative(initiative);
  const { name } = content;
  const { changes, conflicts } = threeWay(withLacking(said, exported.content, lacking), exported.content, content);
  if (changes.length + conflicts.length === 0) return undefined;
  const standing = conflicts.map((conflict) => ({ ...conflict, since: since(initiative, conflict.field) }));
  if (!initiative.removed) return { changed: { row, id, name, changes, conflicts: standing } };
  const instead = `「${name}」は、書き出したあとに工程表から外されています。続けるなら、取組IDのセルを空にして、新しい取組として送ってください`;
  return { fault: { sheet, row, instead } };
}

/** The version in which what a field says now was written. */
function since({ versions }: Initiative, field: FieldConflict['field']): number {
  const keys = versions.map(({ content }) => valueKey(content[field] ?? null));
  const before = keys.findLastIndex((key) => key !== keys.at(-1));
  return versions[before + 1]?.number ?? 0;
}

/** Nothing is said of a quarter whose column is gone: it stays as it was exported. */
function withLacking(said: SaidContent, exported: InitiativeContent, lacking: ReturnedRoadmap['lacking']): SaidContent {
  const spans = said.spans ?? undefined;
  if (spans === undefined || lacking.length === 0) return said;
  return { ...said, spans: [...spans, ...lacking.filter((span) => exported.spans.includes(span))] };
}

function newRow(
  { row, said }: ReturnedRow,
  known: ReadonlyMap<string, Initiative>,
  { municipality, year, sheet }: ReturnedRoadmap,
  keyOf: (content: InitiativeContent) => string,
): Judged {
  const content = InitiativeContent.safeParse({ ...EMPTY, ...withoutNothing(said) });
  if (!content.success) return { fault: { sheet, row, instead: '新しい取組です。濃い見出しの列を全て書いてください' } };
  const id = initiativeId({ municipality, year, key: keyOf(content.data) });
  return known.has(id) ? undefined : { added: { row, id, content: content.data } };
}

/** What a new row has to say itself. */
const { name: _name, item: _item, sorted: _sorted, priority: _priority, ...EMPTY } = blankInitiative;

const withoutNothing = (said: SaidContent) =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== undefined));

/** The version the row was written from. */
function exportedVersion({ versions }: Initiative, number: number | undefined): InitiativeVersion | undefined {
  return versions.find((version) => version.number === number);
}

function removedIn(
  { rows, unread, versions }: ReturnedRoadmap,
  known: ReadonlyMap<string, Initiative>,
): RoadmapDifferences['removed'] {
  const there = new Set([...rows.map(({ id }) => id), ...unread]);
  return Object.entries(versions).flatMap(([id, exported]) => {
    const initiative = known.get(id);
    if (!initiative || initiative.removed || there.has(id)) return [];
    const now = currentInitiative(initiative);
    return [{ id, name: now.content.name, since: now.number > exported }];
  });
}

/** What was said of a conflict; undefined while it is open, and again once somebody has changed that field after it. */
function decidedOn(
  id: string,
  { field, since: seen }: StandingConflict,
  { conflicts }: RoadmapDecisions,
): 'file' | 'now' | undefined {
  return conflicts.findLast((one) => one.id === id && one.field === field && one.seen === seen)?.take;
}

/** What the file alone does not decide: a conflict of an initiative, or one that is not in it any more. */
export type OpenQuestion =
  | { readonly of: ChangedInitiative; readonly conflict: StandingConflict }
  | { readonly gone: RoadmapDifferences['removed'][number] };

/** What nobody has answered yet. */
export function openQuestions(
  { changed, removed }: Pick<RoadmapDifferences, 'changed' | 'removed'>,
  decisions: RoadmapDecisions,
): readonly OpenQuestion[] {
  const conflicts = changed.flatMap((of) =>
    of.conflicts
      .filter((conflict) => decidedOn(of.id, conflict, decisions) === undefined)
      .map((conflict) => ({ of, conflict })),
  );
  const gone = removed.filter(({ id }) => !decisions.removed.some((one) => one.id === id));
  return [...conflicts, ...gone.map((one) => ({ gone: one }))];
}

/** What 確定 would write: nothing that is still open, and nothing that somebody wants as it is. */
export type RoadmapChanges = {
  readonly changed: readonly (Pick<ChangedInitiative, 'id' | 'name'> & { readonly changes: Comparison['changes'] })[];
  readonly added: readonly AddedInitiative[];
  readonly removed: RoadmapDifferences['removed'];
};

export function decidedChanges(
  { changed, added, removed }: RoadmapDifferences,
  decisions: RoadmapDecisions,
): RoadmapChanges {
  const taken = changed.map(({ id, name, changes, conflicts }) => ({
    ...{ id, name },
    changes: [...changes, ...conflicts.filter((conflict) => decidedOn(id, conflict, decisions) === 'file')],
  }));
  const isSaidYes = ({ id }: { readonly id: string }) =>
    decisions.removed.findLast((one) => one.id === id)?.yes === true;
  return { changed: taken.filter(({ changes }) => changes.length > 0), added, removed: removed.filter(isSaidYes) };
}
