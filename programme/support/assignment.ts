import { z } from 'zod';
import { Day, fiscalYearOf } from '../day.ts';
import { defineKind, inMunicipality, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheet } from '../sheet.ts';

/** What was decided of an assignment, each time. */
const AssignmentVersion = Provenance.extend({
  from: Day,
  until: Day,
  /** 計画日数 */
  planned: z.number().int().nonnegative().optional(),
  /** 支援方針: the items it is about. */
  themes: z.array(z.string()).optional(),
  /** Where the 支援方針 comes from: 別事業の成果物. */
  sources: z.string().optional(),
  /** The day it was talked over with the prefecture. */
  agreed: Day.optional(),
  reason: z.string().optional(),
});
export type AssignmentVersion = z.infer<typeof AssignmentVersion>;

/** 派遣: an expert serves a municipality for a time. 業務委託: the secretariat decides it, and nobody else. */
export const Assignment = z.object({
  id: z.string(),
  municipality: z.string(),
  expert: z.string(),
  /** Oldest first; the last one counts. */
  versions: z.array(AssignmentVersion).min(1),
  /** 交代: the expert whose place is taken. */
  after: z.string().optional(),
  /** The successor has taken over what was open: 引き継ぎました. */
  takenOver: Provenance.optional(),
  /** False where its decision was taken back. */
  active: z.boolean().optional(),
});
export type Assignment = z.infer<typeof Assignment>;

/** An expert who comes back later is assigned anew. */
export const assignmentId = (expert: string, from: Day): string => `assignment-${expert}-${from}`;
/** For `Collection.list`: every assignment of a municipality. */
export const ASSIGNMENTS = { from: 'assignment-', below: 'assignment.' } as const;

export function currentAssignment({ versions }: Pick<Assignment, 'versions'>): AssignmentVersion {
  const last = versions.at(-1);
  if (!last) throw new Error('an assignment without a decision');
  return last;
}

/** Whether it holds on a day. */
export function isAssignedOn(assignment: Assignment, day: Day): boolean {
  const { from, until } = currentAssignment(assignment);
  return assignment.active !== false && from <= day && day <= until;
}

export const assignments = defineKind({
  name: 'assignments',
  called: '派遣',
  container: 'state',
  schema: Assignment,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (assignment, { code }) => wholly(assignment, assignment.municipality === code),
  ofYear: (assignment, { fiscalYear }) => {
    const { from, until } = currentAssignment(assignment);
    return fiscalYearOf(from) <= fiscalYear && fiscalYear <= fiscalYearOf(until) ? assignment : undefined;
  },
  keptFor: {
    years: 'records',
    isOver: (assignment, { isOld }) => isOld(`${currentAssignment(assignment).until}T15:00:00.000Z`),
  },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<Assignment>('派遣', 'support', {
        団体コード: ({ municipality }) => municipality,
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        派遣人材: ({ expert }, { nameOf }) => nameOf(expert),
        開始日: (assignment) => currentAssignment(assignment).from,
        終了日: (assignment) => currentAssignment(assignment).until,
        計画日数: (assignment) => currentAssignment(assignment).planned,
        テーマ: (assignment) => currentAssignment(assignment).themes?.join('、'),
        県協議日: (assignment) => currentAssignment(assignment).agreed,
        前任: ({ after }, { nameOf }) => after && nameOf(after),
        取消: ({ active }) => (active === false ? '○' : ''),
      }),
    ],
  },
  takenBack: { never: 'the decision that made it is a change of settings, which is taken back whole' },
  audited: true,
  ofTheChat: [],
});
