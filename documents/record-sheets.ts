import type { ActionItem } from '../programme/action-item.ts';
import type { AgendaTopic } from '../programme/agenda.ts';
import { findItem, findKpi } from '../programme/catalogue.ts';
import { channels } from '../programme/channel.ts';
import { dayOf, timeOf } from '../programme/day.ts';
import type { Delivery } from '../programme/delivery.ts';
import { deliveryStateNames, jobName, reasonText } from '../programme/delivery-words.ts';
import type { HelpRequest } from '../programme/help-request.ts';
import { currentVersion, type ItemRecord, itemStandingName, stageName } from '../programme/item-record.ts';
import { type KpiEntry, type KpiRecord, lastReading } from '../programme/kpi-record.ts';
import type { Meeting } from '../programme/meeting.ts';
import { meetingKindNames } from '../programme/meeting.ts';
import { answerText, type MeetingAnswer } from '../programme/meeting-answer.ts';
import { audienceName } from '../programme/meeting-audience.ts';
import { currentMinutes, type Minutes } from '../programme/meeting-minutes.ts';
import { type Member, roleNames } from '../programme/member.ts';
import type { Municipality } from '../programme/municipality.ts';
import { itemYearName, type Programme } from '../programme/programme.ts';
import type { Provenance } from '../programme/provenance.ts';
import type { Room } from '../programme/room.ts';

/** What the workbook for people is made of. */
export type RecordsForPeople = {
  readonly programme: Programme | undefined;
  readonly municipalities: readonly Municipality[];
  readonly members: readonly Member[];
  readonly rooms: readonly Room[];
  readonly items: readonly ItemRecord[];
  readonly kpis: readonly KpiRecord[];
  readonly meetings: readonly Meeting[];
  readonly meetingAnswers: readonly MeetingAnswer[];
  readonly agendaTopics: readonly AgendaTopic[];
  readonly minutes: readonly Minutes[];
  readonly actionItems: readonly ActionItem[];
  readonly helpRequests: readonly HelpRequest[];
  readonly deliveries: readonly Delivery[];
  /** What people are called: also those whose records are not among these. */
  readonly nameOf: (member: string) => string;
};

export type Cell = string | number | undefined;
export type RecordSheet = {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Every sheet, in the order people look for things. */
export function recordSheets(records: RecordsForPeople): readonly RecordSheet[] {
  return [
    municipalitySheet(records),
    itemSheet(records),
    kpiSheet(records),
    historySheet(records),
    ...meetingSheets(records),
    actionSheet(records),
    helpSheet(records),
    rosterSheet(records),
    roomSheet(records),
    deliverySheet(records),
  ];
}

const sheet = (name: string, headings: string, rows: RecordSheet['rows']): RecordSheet => ({
  name,
  headings: headings.split(' '),
  rows,
});

/** 2026-11-24 10:00, in Japan. */
const moment = (at: string | undefined): string | undefined =>
  at === undefined ? undefined : `${dayOf(new Date(at))} ${timeOf(new Date(at))}`;
const circle = (yes: boolean): string => (yes ? '○' : '');
const townNames = ({ municipalities }: Pick<RecordsForPeople, 'municipalities'>) => {
  const names = new Map(municipalities.map(({ code, name }) => [code, name]));
  return (code: string | undefined): string => names.get(code ?? '') ?? code ?? '';
};

function municipalitySheet({ municipalities }: RecordsForPeople): RecordSheet {
  const rows = municipalities.map(({ code, name, area, supported }) => [
    ...[code, name, area],
    supported ? '支援対象' : '支援対象外',
  ]);
  return sheet('市町村', '団体コード 市町村名 圏域 区分', rows);
}

function itemSheet(records: RecordsForPeople): RecordSheet {
  const town = townNames(records);
  const fiscalYear = records.programme?.fiscalYear;
  const rows = records.items.map((record) => {
    const last = currentVersion(record);
    const year = fiscalYear === undefined ? record.year : itemYearName(record.year, fiscalYear);
    return [
      ...[record.municipality, town(record.municipality), record.item, findItem(record.item)?.name],
      ...[year, record.due, itemStandingName(record), last?.evidence, last?.note],
      ...[moment(last?.at), last && records.nameOf(last.by)],
    ];
  });
  return sheet('項目', '団体コード 市町村名 項目ID 項目名 実施年度 期限 段階 根拠 備考 報告日時 報告者', rows);
}

function kpiSheet(records: RecordsForPeople): RecordSheet {
  const town = townNames(records);
  const rows = records.kpis.map((record) => {
    const kpi = findKpi(record.kpi);
    const last = lastReading(record);
    return [
      ...[record.municipality, town(record.municipality), record.kpi, kpi?.name, kpi?.unit],
      ...[record.baseline, record.target, record.due, circle(record.weekly)],
      ...[last?.value, last?.numerator, last?.denominator, last?.week, record.entries.length],
    ];
  });
  const headings = '団体コード 市町村名 KPI_ID 指標名 単位 基準値 目標値 期限 週次 最新値 分子 分母 対象週 報告数';
  return sheet('KPI', headings, rows);
}

const kindNames: Readonly<Record<KpiEntry['kind'], string>> = {
  value: '値',
  unchanged: '変更なし',
  confirmedNone: '未実施（確認済）',
};

/** Every report ever made, also those that were taken back. */
function historySheet(records: RecordsForPeople): RecordSheet {
  const town = townNames(records);
  const from = ({ at, by, undone }: Provenance & { undone?: Provenance | undefined }) => [
    ...[moment(at), records.nameOf(by)],
    moment(undone?.at),
  ];
  const items = records.items.flatMap(({ municipality, item, versions }) =>
    versions.map((version) => [
      ...[municipality, town(municipality), item, findItem(item)?.name, version.number, undefined],
      ...[stageName(version.stage), undefined, undefined, undefined],
      ...[version.evidence, version.note, version.reason, ...from(version)],
    ]),
  );
  const kpis = records.kpis.flatMap(({ municipality, kpi, entries }) =>
    entries.map((entry) => [
      ...[municipality, town(municipality), kpi, findKpi(kpi)?.name, entry.number, entry.week],
      ...[kindNames[entry.kind], entry.value, entry.numerator, entry.denominator],
      ...[undefined, entry.note, entry.reason, ...from(entry)],
    ]),
  );
  const headings =
    '団体コード 市町村名 ID 名称 番号 対象週 報告 値 分子 分母 根拠 備考 訂正の理由 報告日時 報告者 取消日時';
  return sheet('履歴', headings, [...items, ...kpis]);
}

function meetingSheets(records: RecordsForPeople): readonly RecordSheet[] {
  const town = townNames(records);
  const titles = new Map(records.meetings.map(({ id, title, day }) => [id, `${day} ${title}`]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  const meetings = records.meetings.map((meeting) => [
    ...[meeting.title, meetingKindNames[meeting.kind], meeting.day, meeting.start, meeting.end, meeting.place],
    ...[audienceName(meeting.audience, town), meeting.status === 'cancelled' ? '中止' : ''],
  ]);
  const answers = records.meetingAnswers.flatMap(({ meeting, member, versions }) =>
    versions.map((said) => [titleOf(meeting), records.nameOf(member), answerText(said), moment(said.at)]),
  );
  const topics = records.agendaTopics.map((topic) => [
    ...[titleOf(topic.meeting), topic.text, town(topic.municipality), records.nameOf(topic.by)],
    ...[moment(topic.at), moment(topic.undone?.at)],
  ]);
  const minutes = records.minutes.flatMap((each) => {
    const standing = currentMinutes(each);
    return each.versions.map((version) => [
      ...[titleOf(each.meeting), version.number, version === standing ? '○' : '', version.decisions],
      ...[moment(version.at), records.nameOf(version.by), moment(version.undone?.at)],
    ]);
  });
  return [
    sheet('会議', '会議名 種別 日付 開始 終了 場所 対象 状態', meetings),
    sheet('出欠', '会議 氏名 回答 回答日時', answers),
    sheet('議題', '会議 議題 市町村名 提案者 日時 取下げ日時', topics),
    sheet('議事録', '会議 版 有効 決定事項 日時 記録者 取消日時', minutes),
  ];
}

function actionSheet(records: RecordsForPeople): RecordSheet {
  const town = townNames(records);
  const titles = new Map(records.meetings.map(({ id, title, day }) => [id, `${day} ${title}`]));
  const rows = records.actionItems.map((action) => [
    ...[titles.get(action.meeting) ?? action.meeting, action.what, records.nameOf(action.owner)],
    ...[town(action.municipality), action.due, moment(action.done?.at), moment(action.undone?.at)],
  ]);
  return sheet('宿題', '会議 すること 担当 市町村名 期限 完了日時 取消日時', rows);
}

function helpSheet(records: RecordsForPeople): RecordSheet {
  const town = townNames(records);
  const rows = records.helpRequests.map((help) => [
    ...[help.municipality, town(help.municipality), help.text, help.item],
    ...[records.nameOf(help.by), moment(help.at), moment(help.undone?.at)],
  ]);
  return sheet('相談', '団体コード 市町村名 内容 項目ID 相談者 日時 取消日時', rows);
}

function rosterSheet(records: RecordsForPeople): RecordSheet {
  const town = townNames(records);
  const rows = records.members.map((member) => [
    ...[member.name, roleNames[member.role], member.office, member.municipalities.map(town).join('、')],
    ...[member.email, channels[member.chat].called, circle(member.lead), circle(member.active)],
  ]);
  return sheet('名簿', '氏名 役割 所属 担当市町村 メール チャット 主担当 利用中', rows);
}

function roomSheet(records: RecordsForPeople): RecordSheet {
  const town = townNames(records);
  const circles: Readonly<Record<string, string>> = { none: '登録なし', prefecture: '県', secretariat: '事務局' };
  const rows = records.rooms.map(({ id, channel, audience, boundBy, boundAt }) => [
    ...[id, channel, circles[audience] ?? town(audience)],
    ...[boundBy === undefined ? '' : records.nameOf(boundBy), moment(boundAt)],
  ]);
  return sheet('部屋', 'ID チャット 公開範囲 登録者 登録日時', rows);
}

function deliverySheet(records: RecordsForPeople): RecordSheet {
  const town = townNames(records);
  const rows = records.deliveries.map((delivery) => [
    ...[jobName(delivery), town(delivery.municipality)],
    delivery.recipient.kind === 'member' ? records.nameOf(delivery.recipient.id) : '部屋',
    ...[moment(delivery.dueAt), deliveryStateNames[delivery.state], reasonText(delivery.reason)],
    ...[moment(delivery.sentAt), delivery.round],
  ]);
  return sheet('配信', '種類 市町村名 宛先 予定日時 状態 理由 送信日時 回', rows);
}
