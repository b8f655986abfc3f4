import { z } from 'zod';
import { Day } from './day.ts';
import { defineKind, inOne, ofYearOfMoment, PROGRAMME } from './kind.ts';
import { members } from './member.ts';
import { Provenance } from './provenance.ts';
import { Refusal } from './refusal.ts';
import { exportSheet, momentCell } from './sheet.ts';
import { isUndoable, type Restore } from './undo.ts';

/** Fields of a document by name; null where the document does not have the field. */
const Fields = z.record(z.string(), z.json());
export type Fields = z.infer<typeof Fields>;

/** One document that was changed, and only the fields that were. */
const SettingPart = z.object({
  kind: z.string(),
  partition: z.string(),
  id: z.string(),
  before: Fields,
  after: Fields,
});
export type SettingPart = z.infer<typeof SettingPart>;

const Line = z.object({ what: z.string(), before: z.string().optional(), after: z.string() });

/** What the secretariat decided in the middle of the year: which settings were changed, by one message, before → after. */
export const SettingChange = Provenance.extend({
  /** What was done, as people call it. */
  title: z.string(),
  /** 団体コード, where it concerns one municipality. */
  municipality: z.string().optional(),
  /** As it was shown to whoever confirmed it. */
  lines: z.array(Line),
  parts: z.array(SettingPart),
  reason: z.string().optional(),
  /** The day it was agreed with the prefecture. */
  agreed: Day.optional(),
  undone: Provenance.optional(),
});
export type SettingChange = z.infer<typeof SettingChange>;

export const settingChangeId = (ask: string): string => `change-${ask}`;

/** Nothing of a field and no such field are the same. */
export const fieldOf = (value: object, name: string): Fields[string] =>
  ((value as Readonly<Record<string, unknown>>)[name] ?? null) as Fields[string];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
export const has = (value: object, fields: Fields): boolean =>
  Object.entries(fields).every(([name, field]) => same(fieldOf(value, name), field));

/** What differs between two versions of a document, as a part of a change; undefined where nothing does. */
export function partOf(
  at: Pick<SettingPart, 'kind' | 'partition' | 'id'>,
  before: object,
  after: object,
): SettingPart | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => !same(fieldOf(before, name), fieldOf(after, name)));
  if (changed.length === 0) return undefined;
  const of = (value: object) => Object.fromEntries(changed.map((name) => [name, fieldOf(value, name)]));
  return { ...at, before: of(before), after: of(after) };
}

export function withFields<T extends object>(value: T, fields: Fields): T {
  const entries = Object.entries({ ...value, ...fields }).filter(([, field]) => field !== null);
  return Object.fromEntries(entries) as T;
}

/** Each document as it was before, unless somebody has changed the same since: that is never written over. */
export const restoresOf = ({ parts }: SettingChange): readonly Restore[] =>
  parts.map(({ kind, partition, id, before, after }) => ({
    kind,
    partition,
    id,
    back(now) {
      if (typeof now !== 'object' || now === null) throw Refusal.because('changed-since');
      if (has(now, before)) return now;
      if (!has(now, after)) throw Refusal.because('changed-since');
      return withFields(now, before);
    },
  }));

/** What was decided in chat about a field of a document and stands: newest last. */
export function standingChanges(changes: readonly SettingChange[]): readonly SettingChange[] {
  return changes.filter(({ undone }) => undone === undefined).toSorted((a, b) => a.at.localeCompare(b.at));
}

export const settingChanges = defineKind({
  name: 'settingChanges',
  called: '年度途中の変更',
  container: 'state',
  schema: SettingChange,
  ...inOne(PROGRAMME),
  id: ({ ask }) => settingChangeId(ask),
  belongsTo: (change, town) => {
    const people = change.parts.filter(({ kind }) => kind === members.name);
    const isIts = ({ kind, id }: SettingPart) => kind !== members.name || town.has(members, id);
    const isOfIts = people.length > 0 && people.every(isIts);
    if (change.municipality !== town.code && !isOfIts) return undefined;
    // Where else an expert serves is no business of this municipality.
    return { own: people.every(isIts) ? change : { ...change, parts: change.parts.filter(isIts) } };
  },
  ofYear: ofYearOfMoment(({ at }) => at),
  keptFor: { years: 'records', isOver: ({ at }, { isOld }) => isOld(at) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<SettingChange>('年度途中の変更', 'towns', {
        日時: ({ at }) => momentCell(at),
        変えた人: ({ by }, { nameOf }) => nameOf(by),
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        こと: ({ title }) => title,
        内容: ({ lines }) => lines.map(({ what, before, after }) => `${what}: ${before ?? '—'} → ${after}`).join('\n'),
        理由: ({ reason }) => reason,
        県との合意: ({ agreed }) => agreed,
        取消日時: ({ undone }) => momentCell(undone?.at),
      }),
    ],
  },
  takenBack: {
    reports: (change) => [change],
    concerns: ({ municipality }, code) => municipality === code,
    lines: (change, isIt) =>
      isIt(change) ? change.lines.map(({ what, before = '—', after }) => ({ what, before: after, after: before })) : [],
    standings: ({ lines, ...change }, isIt) =>
      isIt(change)
        ? lines.map(({ what, before = '—', after }) => ({ what, short: what, now: change.undone ? before : after }))
        : [],
    withUndone: (change, ask, from) =>
      change.ask === ask && isUndoable(change, from.by, new Date(from.at)) ? { ...change, undone: from } : change,
    restores: restoresOf,
  },
  audited: true,
  ofTheChat: [],
});
