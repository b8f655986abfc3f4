import { z } from 'zod';
import { Day, dayOf, fiscalYearOf, laterDay } from '../day.ts';
import {
  actOf,
  approvedVersion,
  currentFiling,
  FILINGS,
  type Filing,
  filingOf,
  filingState,
  filingStateName,
  filingStateNames,
} from '../filing.ts';
import { filingSheet } from '../filing-sheet.ts';
import { filingWay } from '../filing-way.ts';
import { defineKind, inOne, ofYearOfDay } from '../kind.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import { ContractorPerson } from './contractor-person.ts';
import { oneMonthBefore } from './one-month-before.ts';

/** 変更区分 of 体制変更届 (様式 FM-03); 終了 is somebody who goes without a successor. */
export const changeKindNames = {
  pm: 'PM交代',
  expert: '派遣者交代',
  addition: '追加',
  contact: '窓口変更',
  end: '終了',
} as const;
export type ChangeKind = keyof typeof changeKindNames;
export const ChangeKind = z.enum(Object.keys(changeKindNames) as [ChangeKind, ...ChangeKind[]]);

export const ChangeContent = z.object({
  kind: ChangeKind,
  before: ContractorPerson.optional(),
  after: ContractorPerson.optional(),
  /** 経歴・資格・実績 of who comes. */
  career: z.string().optional(),
  reason: z.string(),
  /** 変更予定日: the first day of who comes, the last one of who goes. */
  day: Day,
  /** 業務への影響と引継ぎ計画 */
  handover: z.string(),
  /** 影響する市町村: 団体コード. */
  municipalities: z.array(z.string()),
  /** Why it is handed in after its 期限. */
  late: z.string().optional(),
  /** `before` gives something up and does not leave. */
  stays: z.literal(true).optional(),
});
export type ChangeContent = z.infer<typeof ChangeContent>;

/** A 体制変更: handed to the prefecture, and valid once it is approved. */
export const StaffingChange = filingOf(ChangeContent);
export type StaffingChange = z.infer<typeof StaffingChange>;

export const staffingChangeId = (ask: string): string => `staffing-${ask}`;
/** For `Collection.list`: every 体制変更. */
export const STAFFING_CHANGES = { from: 'staffing-', below: 'staffing.' } as const;

/** Whether somebody comes, goes, or both: the kinds that have no one before, or no one after. */
export const hasBefore = (kind: ChangeKind): boolean => kind !== 'addition';
export const hasAfter = (kind: ChangeKind): boolean => kind !== 'end';

/** 山田 太郎さん → 佐藤 花子さん */
export function whoChanges({ before, after }: Pick<ChangeContent, 'before' | 'after'>): string {
  const [gone, come] = [before, after].map((person) => person && `${person.name}さん`);
  if (gone === undefined) return come ?? '';
  return come === undefined ? gone : `${gone} → ${come}`;
}

/** Whether it is after its 期限 to hand it in on a day. */
export const isLateOn = ({ day }: Pick<ChangeContent, 'day'>, on: Day): boolean => on > oneMonthBefore(day);

/** Where a 体制変更 stands: approved ones are 施行 from the later of their day and the day of the 承認. */
export function changeStanding(change: StaffingChange, today: Day): string {
  const state = filingState(change);
  if (state !== 'approve') return filingStateName(change);
  const from = inForceFrom(change);
  return from !== undefined && from <= today ? '施行' : '承認（施行前）';
}

/** The day from which what was approved holds, 体制表 or 体制変更; undefined before any version was. */
export function inForceFrom(filing: Filing<{ readonly day: Day }>): Day | undefined {
  const approved = approvedVersion(filing);
  return approved && laterDay(approved.content.day, dayOf(new Date(approved.approved.at)));
}

/** When the last version was handed in; undefined for a 下書き. */
export function handedInOn(filing: Filing): Day | undefined {
  const { number } = currentFiling(filing);
  const submission = filing.submissions?.findLast(({ version }) => version === number);
  return submission && dayOf(new Date(submission.at));
}

export const staffingChanges = defineKind({
  name: 'staffingChanges',
  called: '体制変更',
  container: 'state',
  schema: StaffingChange,
  ...inOne(FILINGS),
  id: ({ id }) => id,
  belongsTo: (change, { code }) => {
    if (!change.versions.some(({ content }) => content.municipalities.includes(code))) return undefined;
    const versions = change.versions.map(({ content, ...version }) => {
      return {
        ...version,
        content: { ...content, municipalities: content.municipalities.filter((one) => one !== code) },
      };
    });
    return { rest: { ...change, versions } };
  },
  ofYear: ofYearOfDay((change) => currentFiling(change).content.day),
  keptFor: {
    years: 'records',
    // Not before the 体制表 of its year: without it, who went by it would be back.
    isOver: (change, { isOld }) => {
      const { at, content } = currentFiling(change);
      return isOld(at) && isOld(`${fiscalYearOf(content.day) + 1}-03-31T15:00:00.000Z`);
    },
  },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '体制変更',
        'trust',
        (change: StaffingChange) => change.versions.map((version) => ({ change, version })),
        {
          変更番号: ({ change }) => change.id,
          版: ({ version }) => version.number,
          変更区分: ({ version }) => changeKindNames[version.content.kind],
          変更前: ({ version }) => version.content.before?.name,
          変更後: ({ version }) => version.content.after?.name,
          変更理由: ({ version }) => version.content.reason,
          変更予定日: ({ version }) => version.content.day,
          期限: ({ version }) => oneMonthBefore(version.content.day),
          業務への影響と引継ぎ計画: ({ version }) => version.content.handover,
          影響する市町村: ({ version }, { townName }) => version.content.municipalities.map(townName).join('、'),
          期限後の理由: ({ version }) => version.content.late,
          状態: ({ change, version }) =>
            version === currentFiling(change) ? filingStateNames[filingState(change)] : undefined,
          文書番号: ({ change, version }) => actOf(change, version.number)?.document,
          日時: ({ version }) => momentCell(version.at),
          作成者: ({ version }, { nameOf }) => nameOf(version.by),
        },
      ),
      filingSheet<StaffingChange>({
        called: '体制変更届',
        yes: '承認',
        what: (content) => `${changeKindNames[content.kind]} ${whoChanges(content)}（${content.day}から）`,
      }),
    ],
  },
  takenBack: {
    never: 'what was handed to the prefecture is withdrawn, or written anew as a version',
    ownWay: (change, said) =>
      filingWay(change, said, {
        called: '体制変更',
        edit: { command: 'change-staffing', input: { change: change.id } },
        withdraw: { command: 'withdraw-staffing', input: { change: change.id } },
      }),
  },
  audited: true,
  ofTheChat: [],
});
