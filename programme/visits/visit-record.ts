import { z } from 'zod';
import { addOpenDays, type Calendar, previousOpenDay } from '../calendar.ts';
import { addDays, Day, dayOf, shortDate } from '../day.ts';
import { defineKind, inMunicipality, ofYearOfDay, wholly } from '../kind.ts';
import { TimeOfDay } from '../meetings/meeting.ts';
import { VisitMode, visitModeNames } from '../meetings/visit-mode.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';

/** Why a visit was not made in person: the specification wants 対面 wherever that is possible. */
export const OnlineReason = z.enum(['weather', 'wish', 'short', 'other']);
export type OnlineReason = z.infer<typeof OnlineReason>;

export const onlineReasonNames: Readonly<Record<OnlineReason, string>> = {
  weather: '天候',
  wish: '先方の希望',
  short: '短時間',
  other: 'その他',
};

/** What is written down of a visit: the fields of 支援記録票 (様式 FM-06). */
export const VisitContent = z.object({
  day: Day,
  start: TimeOfDay,
  end: TimeOfDay,
  mode: VisitMode,
  /** Why it was not in person; needed for a visit that was held online. */
  online: OnlineReason.optional(),
  place: z.string().optional(),
  /** 対象ステップ・項目: ids of items. */
  items: z.array(z.string()).min(1),
  /** 市町村側参加者: offices and posts only. */
  attended: z.string().optional(),
  /** 支援内容 */
  text: z.string().min(1),
  decisions: z.string().optional(),
  /** 課題 */
  problems: z.string().optional(),
  /** 作成・提供資料 */
  materials: z.string().optional(),
  /** 次回予定 */
  next: z.string().optional(),
});
export type VisitContent = z.infer<typeof VisitContent>;

const VisitVersion = Provenance.extend({
  number: z.number().int(),
  content: VisitContent,
  /** Why it was changed; needed once the municipality has confirmed it. */
  reason: z.string().optional(),
  undone: Provenance.optional(),
});
export type VisitVersion = z.infer<typeof VisitVersion>;

/** What the municipality says of one version. */
const VisitAnswer = Provenance.extend({
  version: z.number().int(),
  verdict: z.enum(['confirmed', 'returned']),
  /** 直してほしい: what is to be put right. */
  note: z.string().optional(),
  undone: Provenance.optional(),
});
export type VisitAnswer = z.infer<typeof VisitAnswer>;

/** 訪問記録: what was done on one visit, which is one entry of 会議. Versions and answers are only added or marked undone. */
export const VisitRecord = z.object({
  id: z.string(),
  /** The entry of 会議 it is of. */
  meeting: z.string(),
  municipality: z.string(),
  /** The member who visited. */
  expert: z.string(),
  versions: z.array(VisitVersion).min(1),
  answers: z.array(VisitAnswer).optional(),
});
export type VisitRecord = z.infer<typeof VisitRecord>;

export const visitRecordId = (meeting: string): string => `visit-${meeting}`;
/** For `Collection.list`: every record of a municipality. */
export const VISITS = { from: 'visit-', below: 'visit.' } as const;

/** The version that counts; undefined where all were taken back. */
export function currentVisit({ versions }: Pick<VisitRecord, 'versions'>): VisitVersion | undefined {
  return versions.findLast(({ undone }) => undone === undefined);
}

/** A record is due so many days after the visit (地域情報化アドバイザー派遣制度: one week). */
const DUE_DAYS = 7;
/** How many open days a municipality has to confirm it. */
const CONFIRM_OPEN_DAYS = 5;

/** The last day for the record; earlier where that day is closed. */
export const visitRecordDue = (day: Day, calendar: Calendar): Day => previousOpenDay(addDays(day, DUE_DAYS), calendar);

/** The last day on which the municipality may still confirm this version or send it back. */
export const confirmationDue = ({ at }: Pick<VisitVersion, 'at'>, calendar: Calendar): Day =>
  addOpenDays(dayOf(new Date(at)), CONFIRM_OPEN_DAYS, calendar);

/** 確認待ち・直してほしい・確認済み・未確認のまま確定: four states that are never mixed. */
export const visitStandingNames = {
  waiting: '確認待ち',
  returned: '直してほしい',
  confirmed: '確認済み',
  unconfirmed: '未確認のまま確定',
} as const;
export type VisitStanding = keyof typeof visitStandingNames;

/** What the municipality has said of the version that counts, or that its time to say it is over. */
export function visitStanding(record: VisitRecord, today: Day, calendar: Calendar): VisitStanding | undefined {
  return visitStandingSince(record, () => confirmableSince(today, calendar));
}

/**
 * The same for whoever looks at many: what was written on the day that `since` tells, or later, may still be confirmed.
 * @param since asked only where the municipality has said nothing
 */
export function visitStandingSince(record: VisitRecord, since: () => Day): VisitStanding | undefined {
  const current = currentVisit(record);
  if (!current) return undefined;
  const answer = record.answers?.findLast(({ version, undone }) => version === current.number && undone === undefined);
  if (answer) return answer.verdict;
  return dayOf(new Date(current.at)) < since() ? 'unconfirmed' : 'waiting';
}

/** The first day of which what was written then may still be confirmed today: `confirmationDue`, looked at from its end. */
export const confirmableSince = (today: Day, calendar: Calendar): Day =>
  addOpenDays(today, -CONFIRM_OPEN_DAYS, calendar);

/** Adds a version. The same content again, or a replay of an earlier message, changes nothing. */
export function withVisitVersion(
  known: VisitRecord | undefined,
  of: Pick<VisitRecord, 'meeting' | 'municipality' | 'expert'>,
  said: { readonly content: VisitContent; readonly reason?: string | undefined },
  from: Provenance,
): VisitRecord {
  const versions = known?.versions ?? [];
  const { content, reason } = said;
  const current = known && currentVisit(known);
  if (known && versions.some(({ ask }) => ask === from.ask)) return known;
  if (known && current && JSON.stringify(current.content) === JSON.stringify(content)) return known;
  const version = { ...from, number: versions.length + 1, content, ...(reason ? { reason } : {}) };
  const { meeting, municipality, expert } = of;
  return {
    ...(known ?? { id: visitRecordId(meeting), meeting, municipality, expert }),
    versions: [...versions, version],
  };
}

/** Adds what the municipality says of a version. The same again, or a replay, changes nothing. */
export function withVisitAnswer(
  record: VisitRecord,
  said: Pick<VisitAnswer, 'version' | 'verdict' | 'note'>,
  from: Provenance,
): VisitRecord {
  const answers = record.answers ?? [];
  const last = answers.findLast(({ version, undone }) => version === said.version && undone === undefined);
  const isSame = last?.verdict === said.verdict && last.note === said.note;
  if (isSame || answers.some(({ ask }) => ask === from.ask)) return record;
  const { version, verdict, note } = said;
  return { ...record, answers: [...answers, { ...from, version, verdict, ...(note ? { note } : {}) }] };
}

/** Minutes that were spent; the times prove the hours. */
export function visitMinutes({ start, end }: Pick<VisitContent, 'start' | 'end'>): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return minutes(end) - minutes(start);
}

const yearDay = ({ versions }: VisitRecord): Day => versions.at(-1)?.content.day ?? '';

export const visitRecords = defineKind({
  name: 'visitRecords',
  called: '訪問記録',
  container: 'state',
  schema: VisitRecord,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (record, { code }) => wholly(record, record.municipality === code),
  ofYear: ofYearOfDay(yearDay),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '訪問記録',
        'support',
        (record: VisitRecord) => {
          const current = currentVisit(record);
          return record.versions.map((version) => ({ record, version, isCurrent: version === current }));
        },
        {
          記録番号: ({ record }) => record.id,
          版: ({ version }) => version.number,
          有効: ({ isCurrent }) => (isCurrent ? '○' : ''),
          市町村名: ({ record }, { townName }) => townName(record.municipality),
          支援日: ({ version }) => version.content.day,
          開始: ({ version }) => version.content.start,
          終了: ({ version }) => version.content.end,
          形態: ({ version }) => visitModeNames[version.content.mode],
          オンラインの理由: ({ version }) => version.content.online && onlineReasonNames[version.content.online],
          場所: ({ version }) => version.content.place,
          派遣人材: ({ record }, { nameOf }) => nameOf(record.expert),
          市町村側参加者: ({ version }) => version.content.attended,
          対象項目: ({ version }) => version.content.items.join('、'),
          支援内容: ({ version }) => version.content.text,
          決定事項: ({ version }) => version.content.decisions,
          課題: ({ version }) => version.content.problems,
          '作成・提供資料': ({ version }) => version.content.materials,
          次回予定: ({ version }) => version.content.next,
          直した理由: ({ version }) => version.reason,
          日時: ({ version }) => momentCell(version.at),
          記録者: ({ version }, { nameOf }) => nameOf(version.by),
          取消日時: ({ version }) => momentCell(version.undone?.at),
        },
      ),
    ],
  },
  takenBack: {
    never: 'its own button takes a version back, with the actions it brought',
    byButton: ({ id, municipality, versions }) =>
      versions.map((version) => ({
        ...version,
        what: `${shortDate(version.content.day)}の訪問記録`,
        back: { command: 'record-visit', input: { municipality, visit: id, report: version.ask } },
      })),
  },
  audited: true,
  ofTheChat: [],
});
