import { z } from 'zod';
import { type ActionItem, openActions } from './action-item.ts';
import { catalogue } from './catalogue.ts';
import { type Day, shortDate } from './day.ts';
import type { HelpRequest } from './help-request.ts';
import { itemPercent } from './item-record.ts';
import { defineKind, inOne, PROGRAMME, wholly } from './kind.ts';
import { fingerprint } from './meeting.ts';
import { meetings } from './meeting-kind.ts';
import type { Municipality } from './municipality.ts';
import { Provenance } from './provenance.ts';
import { momentCell, sheet } from './sheet.ts';
import { type Records, SETTLED, stepStandings } from './step.ts';

/** 議題: what somebody wants to talk about in a meeting. */
export const AgendaTopic = Provenance.extend({
  id: z.string(),
  meeting: z.string(),
  text: z.string().min(1),
  /** 団体コード of who added it; absent for the secretariat and the prefecture. */
  municipality: z.string().optional(),
  undone: Provenance.optional(),
});
export type AgendaTopic = z.infer<typeof AgendaTopic>;

/** The same text by the same person is the same topic, however often it is sent. */
export function topicId(meeting: string, member: string, text: string): string {
  return `topic-${meeting}:${fingerprint(`${member} ${text.normalize('NFKC').replace(/\s/g, '')}`)}`;
}

/** The ids of all topics of a meeting; for `Collection.list`. */
export function topicsOf(meeting: string): { readonly from: string; readonly below: string } {
  return { from: `topic-${meeting}:`, below: `topic-${meeting};` };
}

/** Added again after it was withdrawn, it is back; otherwise once is enough. */
export function withTopic(known: AgendaTopic | undefined, topic: AgendaTopic): AgendaTopic {
  return known && known.undone === undefined ? known : known?.ask === topic.ask ? known : topic;
}

/** What a municipality that takes part brings along, as far as the reader may see it. */
export type Participant = {
  readonly municipality: Municipality;
  readonly records: Records;
  readonly helps: readonly HelpRequest[];
};

export type AgendaInput = {
  readonly today: Day;
  readonly participants: readonly Participant[];
  readonly actions: readonly ActionItem[];
  readonly topics: readonly AgendaTopic[];
};

/** A numbered entry of the 次第, and what is to be gone through there. */
export type AgendaEntry = { readonly title: string; readonly lines: readonly string[]; readonly count: number };

/** Lines under one entry; what is beyond is counted. */
const LINES = 8;

/** The order of a meeting: what was left from last time, what is late, what blocks a step, who needs help, what people bring. */
export function agendaOf(input: AgendaInput): readonly AgendaEntry[] {
  const { participants, today } = input;
  const several = participants.length > 1;
  const name = ({ municipality }: Participant) => (several ? `${municipality.name}: ` : '');
  const late = participants.flatMap((each) => lines(overdue(each, today), name(each)));
  const gates = participants.flatMap((each) => lines(openGate(each), name(each)));
  const helps = participants.flatMap((each) => lines(helpCount(each), name(each)));
  const entries: (AgendaEntry | undefined)[] = [
    { title: '開会', lines: [], count: 0 },
    entry('前回までの宿題', actionLines(input)),
    entry('期限を過ぎた項目', late),
    entry('ステップの達成に向けて', gates),
    entry('相談への対応', helps),
    entry(
      '持ち寄りの議題',
      input.topics.filter(({ undone }) => !undone).map((topic) => topicLine(topic, participants)),
    ),
    { title: 'その他・次回の予定', lines: [], count: 0 },
    { title: '閉会', lines: [], count: 0 },
  ];
  return entries.flatMap((each) => each ?? []);
}

function entry(title: string, all: readonly string[]): AgendaEntry | undefined {
  if (all.length === 0) return undefined;
  const more = all.length > LINES ? [`ほか${all.length - LINES}件`] : [];
  return { title, lines: [...all.slice(0, LINES), ...more], count: all.length };
}

const lines = (line: string | undefined, prefix: string) => (line === undefined ? [] : [`${prefix}${line}`]);

/** The items of the programme's year whose deadline has passed, by number. */
function overdue({ records }: Participant, today: Day): string | undefined {
  const late = catalogue.items.filter(({ id }) => {
    const record = records.items.get(id);
    return record?.year === 'this' && (record.due ?? today) < today && (itemPercent(record) ?? 0) < SETTLED;
  });
  return late.length === 0 ? undefined : some(late.map(({ id, short }) => `${id} ${short}`));
}

/** The first step that is not achieved, and what is missing. */
function openGate({ records }: Participant): string | undefined {
  const standing = stepStandings(records).find(({ achieved, items }) => !achieved && items > 0);
  return standing && `ステップ${standing.step.order}（あと${standing.gaps.length}件）`;
}

/** Counted only: what it is about stays between them and the secretariat. */
function helpCount({ helps }: Participant): string | undefined {
  const open = helps.filter(({ undone }) => undone === undefined);
  return open.length === 0 ? undefined : `${open.length}件`;
}

function actionLines({ actions, today, participants }: AgendaInput): string[] {
  return openActions(actions).map(({ what, due, municipality }) => {
    const who = ownerName(municipality, participants);
    return `${what}（${who ? `${who}・` : ''}${shortDate(due)}まで${due < today ? '・期限切れ' : ''}）`;
  });
}

function topicLine({ text, municipality }: AgendaTopic, participants: readonly Participant[]): string {
  const who = ownerName(municipality, participants);
  return who ? `${text}（${who}）` : text;
}

function ownerName(code: string | undefined, participants: readonly Participant[]): string | undefined {
  return participants.find(({ municipality }) => municipality.code === code)?.municipality.name;
}

function some(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join('、')} ほか${names.length - 3}件` : names.join('、');
}

export const agendaTopics = defineKind({
  name: 'agendaTopics',
  called: '議題',
  container: 'state',
  schema: AgendaTopic,
  ...inOne(PROGRAMME),
  id: ({ id }) => id,
  belongsTo: (topic, town) => wholly(topic, topic.municipality === town.code || town.has(meetings, topic.meeting)),
  keptFor: { years: 'records', isOver: ({ meeting }, { isOver }) => isOver(meetings, meeting) },
  exported: {
    as: 'sheets',
    sheets: [
      sheet<AgendaTopic>('議題', 'meetings', {
        会議: ({ meeting }, { titleOfMeeting }) => titleOfMeeting(meeting),
        議題: ({ text }) => text,
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        提案者: ({ by }, { nameOf }) => nameOf(by),
        日時: ({ at }) => momentCell(at),
        取下げ日時: ({ undone }) => momentCell(undone?.at),
      }),
    ],
  },
  audited: true,
  ofTheChat: [],
});
