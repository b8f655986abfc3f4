import { z } from 'zod';
import { defineKind, inMunicipalityOrProgramme, type PartitionNames } from './kind.ts';

/** Who did what to which record. Only ever created; carries ids, never names or texts. */
export const AuditEntry = z.object({
  /** Derived from the incoming message and the record, so that a repeated relay creates it once. */
  id: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  via: z.string(),
  command: z.string(),
  /** Collection, partition and id of the record. */
  record: z.string(),
  municipality: z.string().optional(),
  /** The record's etag before the change; absent when it was created. */
  before: z.string().optional(),
  after: z.string().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The command of the entries that erasures write: they stay, as what shows later that it was done. */
export const ERASE = 'erase';

export const audit = defineKind({
  name: 'audit',
  called: '監査の記録',
  container: 'audit',
  schema: AuditEntry,
  /** Of a municipality, or of the programme, and year. */
  partition: (entry) => `${inMunicipalityOrProgramme.partition(entry)}-${entry.at.slice(0, 4)}`,
  partitions: (where: PartitionNames) =>
    inMunicipalityOrProgramme
      .partitions(where)
      .flatMap((partition) => where.years.map((year) => `${partition}-${year}`)),
  id: ({ id }) => id,
  belongsTo: (entry, { code, auditFrom }) => {
    if (entry.municipality !== code) return undefined;
    return new Date(entry.at) < auditFrom ? { own: entry } : { own: entry, rest: entry };
  },
  /** Of the year of the record it is about, whenever that was changed. */
  ofYear: (entry, { has }) => {
    const [name = '', , id = ''] = entry.record.split('/');
    return has({ name }, id) ? entry : undefined;
  },
  keptFor: {
    years: 'audit',
    isOver: ({ at, command }, { isOld }) => command !== ERASE && isOld(at),
  },
  exported: {
    as: 'json',
    because: 'it says which record was changed by its id, and nothing of what it says',
    /** The store's own words for a version. */
    without: ['before', 'after'],
  },
  erasedLast: 'traces',
  outlives: ({ command }) => command === ERASE,
  takenBack: { never: 'what was done stays on record' },
  audited: false,
  ofTheChat: ['id'],
});
