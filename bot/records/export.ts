import { createHash } from 'node:crypto';
import { recordBook } from '../../documents/record-book.ts';
import type { DeclaredJob } from '../../programme/declared-job.ts';
import type { CollectionName, ValueOf } from '../../storage/collections.ts';
import { belongings, townOf } from './belonging.ts';
import { collectionNames, type Everything, type Held } from './everything.ts';

/** Says that a folder holds an export, and what is in it. */
export const MARKER = 'bansou-export.json';
export const BOOK = '伴走支援_記録.xlsx';

/** Who is sending just now, what was just received and what is half answered is no record of the programme. */
export const LEFT_OUT: readonly CollectionName[] = ['leases', 'received', 'interviews'];
/** The store's own words for a version, and whose hand a sending was: they mean nothing outside. */
const VOLATILE: Partial<Record<CollectionName, readonly string[]>> = {
  audit: ['before', 'after'],
  deliveries: ['owner', 'leaseUntil', 'notBefore'],
};

type File = { readonly name: string; readonly bytes: Buffer };
type Words = { readonly members: Everything['members']; readonly jobs: readonly DeclaredJob[] };
type Exported = { readonly files: readonly File[]; readonly counts: Readonly<Partial<Record<CollectionName, number>>> };

/** What of everything belongs to a municipality; documents it shares with others hold its part alone. */
export function ownOf(all: Everything, code: string): Everything {
  const town = townOf(code, all, new Date(0));
  const own = <K extends CollectionName>(name: K): readonly Held<ValueOf<K>>[] =>
    (all[name] as readonly Held<ValueOf<K>>[]).flatMap((held) => {
      const value = belongings[name](held.value, town)?.own;
      return value === undefined ? [] : [{ ...held, value }];
    });
  return Object.fromEntries(collectionNames.map((name) => [name, own(name)])) as unknown as Everything;
}

/**
 * One JSON file per kind, a workbook for people, and the marker. The same documents give the same bytes, wherever and
 * whenever they are exported.
 * @param words what people and jobs are called in the workbook
 */
export async function exportFiles(
  of: Everything,
  scope: { readonly programme: string; readonly municipality?: string },
  words: Words,
): Promise<Exported> {
  const names = collectionNames.filter((name) => !LEFT_OUT.includes(name));
  const counts = Object.fromEntries(names.map((name) => [name, of[name].length]));
  const json = names.map((name) => ({ name: `${name}.json`, bytes: jsonOf(documentsOf(name, of[name])) }));
  const files = [...json, { name: BOOK, bytes: await recordBook(forPeople(of, words)) }];
  const digests = Object.fromEntries(files.map(({ name, bytes }) => [name, sha256(bytes)]));
  const marker = { format: 1, ...scope, counts, files: digests };
  return { files: [...files, { name: MARKER, bytes: jsonOf(marker) }], counts };
}

function documentsOf(name: CollectionName, held: readonly Held<unknown>[]): unknown {
  const left = VOLATILE[name] ?? [];
  return held.map(({ id, partition, value }) => {
    const entries = Object.entries(value as object).filter(([key]) => !left.includes(key));
    return { id, partition, ...Object.fromEntries(entries.filter(([key]) => key !== 'id')) };
  });
}

function forPeople(of: Everything, { members, jobs }: Words) {
  const values = <K extends CollectionName>(name: K) =>
    (of[name] as readonly Held<ValueOf<K>>[]).map(({ value }) => value);
  const called = new Map(members.map(({ value }) => [value.id, `${value.name}（${value.office}）`]));
  return {
    programme: of.programmes[0]?.value,
    municipalities: values('municipalities'),
    members: values('members'),
    rooms: values('rooms'),
    items: values('items'),
    kpis: values('kpis'),
    meetings: values('meetings'),
    meetingAnswers: values('meetingAnswers'),
    agendaTopics: values('agendaTopics'),
    minutes: values('minutes'),
    actionItems: values('actionItems'),
    helpRequests: values('helpRequests'),
    deliveries: values('deliveries'),
    jobs,
    nameOf: (member: string) => called.get(member) ?? member,
  };
}

function jsonOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(sorted(value), undefined, 2)}\n`);
}

/** The order of fields says nothing, and must not make two exports differ. What names a document comes first. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string) => (key === 'id' ? '0' : key === 'partition' ? '1' : `2${key}`);
  const entries = Object.entries(value).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
