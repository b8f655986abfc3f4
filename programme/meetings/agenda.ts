import { z } from 'zod';
import { type Day, shortDate } from '../day.ts';
import type { HelpRequest } from '../help/help-request.ts';
import { isEnded, requestStanding } from '../help/request-standing.ts';
import { defineKind, inOne, ofYearOf, PROGRAMME, wholly } from '../kind.ts';
import type { Municipality } from '../municipality.ts';
import { isOverdue, type Progress, stepStandings } from '../progress/step-standing.ts';
import { Provenance } from '../provenance.ts';
import { exportSheet, momentCell } from '../sheet.ts';
import { type ActionItem, openActions } from './action-item.ts';
import { meetings } from './kind.ts';
import { fingerprint } from './meeting.ts';

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
  readonly records: Progress;
  readonly helps: readonly HelpRequest[];
};

export type AgendaInput = {
  readonly today: Day;
  readonly participants: readonly Participant[];
  readonly actions: readonly ActionItem[];
  readonly topics: readonly AgendaTopic[];
};

/** A numbered entry of the 次第, and what is to be gone through there. `count` is of the things, not of the lines. */
export type AgendaEntry = { readonly title: string; readonly lines: readonly string[]; readonly count: number };

/** Lines under one entry; what is beyond is counted. */
const LINES = 8;

/** The order of a meeting: what was left from last time, what is late, what blocks a step, who needs help, what people bring. */
export function agendaOf(input: AgendaInput): readonly AgendaEntry[] {
  const { participants, today } = input;
  const several = participants.length > 1;
  const byTown = (of: (each: Participant) => Share): Share[] =>
    participants.flatMap((each) => {
      const { line, count } = of(each);
      return count === 0 ? [] : [{ line: several ? `${each.municipality.name}: ${line}` : line, count }];
    });
  const entries: (AgendaEntry | undefined)[] = [
    { title: '開会', lines: [], count: 0 },
    entry('前回までの宿題', actionLines(input).map(one), '件'),
    entry(
      '期限を過ぎた項目',
      byTown((each) => overdue(each, today)),
      '団体',
    ),
    entry('ステップの達成に向けて', byTown(openGate), '団体'),
    entry('相談への対応', byTown(waitingHelps), '団体'),
    entry(
      '持ち寄りの議題',
      input.topics.filter(({ undone }) => !undone).map((topic) => one(topicLine(topic, participants))),
      '件',
    ),
    { title: 'その他・次回の予定', lines: [], count: 0 },
    { title: '閉会', lines: [], count: 0 },
  ];
  return entries.flatMap((each) => each ?? []);
}

/** A line, and how many things it stands for: a municipality's line stands for all of its own. */
type Share = { readonly line: string; readonly count: number };

const one = (line: string): Share => ({ line, count: 1 });

/** @param unit what is counted where lines are left out */
function entry(title: string, all: readonly Share[], unit: '件' | '団体'): AgendaEntry | undefined {
  if (all.length === 0) return undefined;
  const more = all.length > LINES ? [`ほか${all.length - LINES}${unit}`] : [];
  const count = all.reduce((sum, share) => sum + share.count, 0);
  return { title, lines: [...all.slice(0, LINES).map(({ line }) => line), ...more], count };
}

/** The items whose deadline has passed, by number; as many as the digest counts. */
function overdue({ records }: Participant, today: Day): Share {
  const late = records.catalogue.items.filter(({ id }) => isOverdue(records.items.get(id), today));
  return { line: some(late.map(({ id, short }) => `${id} ${short}`)), count: late.length };
}

/** The first step that is not achieved, and what is missing. */
function openGate({ records }: Participant): Share {
  const standing = stepStandings(records).find(({ achieved, items }) => !achieved && items > 0);
  if (!standing) return { line: '', count: 0 };
  return { line: `ステップ${standing.step.order}（あと${standing.gaps.length}件）`, count: standing.gaps.length };
}

/** Counted only: what it is about stays between them and the secretariat. */
function waitingHelps({ helps }: Participant): Share {
  const count = helps.filter((help) => !isEnded(requestStanding(help))).length;
  return { line: `${count}件`, count };
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
  ofYear: ofYearOf(meetings, ({ meeting }) => meeting),
  keptFor: { years: 'records', isOver: ({ meeting }, { isOver }) => isOver(meetings, meeting) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<AgendaTopic>('議題', 'meetings', {
        会議: ({ meeting }, { titleOfMeeting }) => titleOfMeeting(meeting),
        議題: ({ text }) => text,
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        提案者: ({ by }, { nameOf }) => nameOf(by),
        日時: ({ at }) => momentCell(at),
        取下げ日時: ({ undone }) => momentCell(undone?.at),
      }),
    ],
  },
  takenBack: {
    never: 'a topic has a button of its own that drops it',
    ownWay: ({ id, meeting, ask, text, undone }, said) =>
      ask === said && undone === undefined
        ? { what: `議題「${text.slice(0, 40)}」`, back: { command: 'add-agenda', input: { meeting, drop: id } } }
        : undefined,
  },
  audited: true,
  ofTheChat: [],
});
