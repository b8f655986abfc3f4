import { createHash } from 'node:crypto';
import { exportBook } from '../../documents/export-book.ts';
import { exportSheets } from '../../documents/export-sheets.ts';
import { calledBy, type DeclaredJob, isConfidential } from '../../programme/declared-job.ts';
import { deliveries } from '../../programme/delivery-kind.ts';
import { reasonText } from '../../programme/delivery-words.ts';
import type { Kind } from '../../programme/kind.ts';
import type { SheetNames } from '../../programme/sheet.ts';
import { type KnownKinds, kinds } from '../../storage/collections.ts';
import { belongingsOf } from './belongings.ts';
import { type Everything, type Held, heldOf } from './everything.ts';

/** Says that a folder holds an export, and what is in it. */
export const MARKER = 'bansou-export.json';
export const BOOK = '伴走支援_記録.xlsx';

type File = { readonly name: string; readonly bytes: Buffer };
type Words = Pick<Everything, 'members' | 'municipalities'> & { readonly jobs: readonly DeclaredJob[] };
type Exported = { readonly files: readonly File[]; readonly counts: Readonly<Record<string, number>> };

/** What of everything belongs to a municipality; documents it shares with others hold its part alone. */
export function ownOf(all: Everything, code: string, known: KnownKinds = kinds): Everything {
  const town = belongingsOf(code, all, new Date(0), {}, known);
  const own = (kind: Kind<unknown>): readonly Held<unknown>[] =>
    heldOf(all, kind).flatMap((held) => {
      const value = kind.belongsTo(held.value, town)?.own;
      return value === undefined ? [] : [{ ...held, value }];
    });
  return Object.fromEntries(Object.values(known).map((kind) => [kind.name, own(kind)])) as unknown as Everything;
}

/**
 * One JSON file per kind that is exported, a workbook for people, and the marker. The same documents give the same
 * bytes, wherever and whenever they are exported.
 * @param words what people, municipalities and jobs are called in the workbook
 */
export async function exportFiles(
  of: Everything,
  scope: { readonly programme: string; readonly municipality?: string },
  words: Words,
  known: KnownKinds = kinds,
): Promise<Exported> {
  const told = disclosed(of, words.jobs, known);
  const exported = Object.values(known).filter((kind) => kind.exported.as !== 'nothing');
  const counts = Object.fromEntries(exported.map((kind) => [kind.name, heldOf(told, kind).length]));
  const json = exported.map((kind) => ({ name: `${kind.name}.json`, bytes: jsonOf(documentsOf(kind, told)) }));
  const filled = exported.map((kind) => ({ kind, values: heldOf(told, kind).map(({ value }) => value) }));
  const book = await exportBook(exportSheets(filled, namesIn(told, words)));
  const files = [...json, { name: BOOK, bytes: book }];
  const digests = Object.fromEntries(files.map(({ name, bytes }) => [name, sha256(bytes)]));
  const marker = { format: 1, ...scope, counts, files: digests };
  return { files: [...files, { name: MARKER, bytes: jsonOf(marker) }], counts };
}

/** Without what only the secretariat knows of, and without the audit entries about it. */
export function disclosed(of: Everything, jobs: readonly DeclaredJob[], known: KnownKinds = kinds): Everything {
  const kept = of.deliveries.filter(({ value }) => !isConfidential(jobs, value));
  const hidden = new Set(of.deliveries.filter((one) => !kept.includes(one)).map(({ id }) => id));
  const isHidden = ({ record }: { readonly record: string }) => {
    const [name = '', , ...id] = record.split('/');
    return known[name]?.confidential === true || (name === deliveries.name && hidden.has(id.join('/')));
  };
  return { ...of, deliveries: kept, audit: of.audit.filter(({ value }) => !isHidden(value)) };
}

function documentsOf(kind: Kind<unknown>, of: Everything): unknown {
  const left = kind.exported.without ?? [];
  return heldOf(of, kind).map(({ id, partition, value }) => {
    const entries = Object.entries(value as object).filter(([key]) => !left.includes(key));
    return { id, partition, ...Object.fromEntries(entries.filter(([key]) => key !== 'id')) };
  });
}

function namesIn({ meetings }: Everything, { members, municipalities, jobs }: Words): SheetNames {
  const towns = new Map(municipalities.map(({ value }) => [value.code, value.name]));
  const people = new Map(members.map(({ value }) => [value.id, `${value.name}（${value.office}）`]));
  const titles = new Map(meetings.map(({ value }) => [value.id, `${value.day} ${value.title}`]));
  return {
    townName: (code = '') => towns.get(code) ?? code,
    nameOf: (member) => people.get(member) ?? member,
    titleOfMeeting: (meeting) => titles.get(meeting) ?? meeting,
    jobName: (delivery) => calledBy(jobs, delivery),
    reasonText,
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
