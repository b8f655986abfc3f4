import { z } from 'zod';
import { Day } from '../../programme/day.ts';
import { Meeting } from '../../programme/meetings/meeting.ts';
import { Party } from '../../programme/meetings/party.ts';
import { Member } from '../../programme/member.ts';
import { Municipality } from '../../programme/municipality.ts';
import { Programme } from '../../programme/programme.ts';
import { ItemRecord } from '../../programme/progress/item-record.ts';
import { KpiRecord } from '../../programme/progress/kpi-record.ts';

/** A line of 名簿. Who that is in the store, and since when, is the import's business. */
export const RosterEntry = Member.omit({ id: true, active: true, preference: true, leave: true, terms: true });
export type RosterEntry = z.infer<typeof RosterEntry>;

/** A line of 会議. People are named as 名簿 names them; who that is in the store is the import's business, too. */
export const WorkbookMeeting = Meeting.omit({ audience: true }).extend({
  audience: z.array(Party).readonly(),
  people: z.array(z.object({ name: z.string(), office: z.string() })).optional(),
});
export type WorkbookMeeting = z.infer<typeof WorkbookMeeting>;

/** A line of 派遣, of an expert as 名簿 names them. */
export const WorkbookAssignment = z.object({
  municipality: z.string(),
  expert: z.object({ name: z.string(), office: z.string() }),
  from: Day,
  until: Day,
  planned: z.number().optional(),
  themes: z.array(z.string()).optional(),
  agreed: Day.optional(),
});
export type WorkbookAssignment = z.infer<typeof WorkbookAssignment>;

/** Nothing is listed twice; otherwise importing twice would not be the same as importing once. */
const distinct = <T extends z.ZodType>(line: T, keyOf: (value: z.output<T>) => string) =>
  z.array(line).refine((lines) => new Set(lines.map(keyOf)).size === lines.length, { message: 'listed twice' });

/** Everything a workbook says, in the words of the programme. */
export const ProgrammeContent = z.object({
  /** Sheets 事業 and 閉庁日; the fiscal year they name is that of every item and KPI. */
  programme: Programme.omit({ closed: true, layout: true, restored: true }),
  municipalities: distinct(Municipality, ({ code }) => code),
  members: distinct(RosterEntry, ({ email, name, office }) => email ?? `${name}／${office}`),
  items: distinct(
    ItemRecord.omit({ fiscalYear: true, carried: true, versions: true }),
    ({ municipality, item }) => `${municipality} ${item}`,
  ),
  kpis: distinct(
    KpiRecord.omit({ fiscalYear: true, carried: true, entries: true }),
    ({ municipality, kpi }) => `${municipality} ${kpi}`,
  ),
  meetings: distinct(WorkbookMeeting, ({ id }) => id),
  /** Absent where the workbook says nothing of it. */
  assignments: distinct(
    WorkbookAssignment,
    ({ municipality, expert, from }) => `${municipality} ${expert.office} ${expert.name} ${from}`,
  ).optional(),
});
export type ProgrammeContent = z.infer<typeof ProgrammeContent>;
