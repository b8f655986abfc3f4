import { type Node, notice, text } from '../../../cards/card.ts';
import type { RowError } from '../../../cards/meetings/minutes.ts';
import { type FilledVisit, recordVisitForm, type VisitFieldName } from '../../../cards/visits/record-form.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { catalogue } from '../../../programme/catalogue.ts';
import { dayOf } from '../../../programme/day.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { audienceOf } from '../../../programme/meetings/party.ts';
import { freeMeetingId } from '../../../programme/meetings/schedule.ts';
import { onlyKnown } from '../../../programme/only-known.ts';
import { itemName } from '../../../programme/shown.ts';
import {
  currentVisit,
  type VisitContent,
  type VisitRecord,
  visitRecordId,
  visitStanding,
} from '../../../programme/visits/visit-record.ts';
import {
  aheadTrouble,
  standingVisits,
  townOfVisit,
  type VisitMeeting,
  visitTitle,
  visitTrouble,
} from '../../../programme/visits/visit-slot.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import type { MunicipalStart } from '../../turn.ts';
import { meetingsLike } from '../meetings/find.ts';
import { type JudgedActions, judgeRows } from '../meetings/minutes.ts';
import { ownerChoices, ownersFor } from '../meetings/owners.ts';
import { isUnrecorded, type Visited, visitNamed, visitsOf } from './read.ts';

type Input = InputOf<'record-visit'>;

/** Which visit is recorded: one of 会議, or one that stands nowhere yet. */
export type VisitTarget = {
  readonly meeting: VisitMeeting | undefined;
  readonly record: VisitRecord | undefined;
  /** Every visit of this expert. */
  readonly own: readonly Visited[];
};

/** Everything that is written of one visit. */
export type Draft = {
  readonly meeting: Meeting;
  readonly content: VisitContent;
  readonly record: VisitRecord | undefined;
  readonly remark: string | undefined;
  readonly correction: string | undefined;
  readonly actions: JudgedActions['taken'];
};

/** 形態 of the form is 形態 and its reason. */
export function plainInput({ held, ...input }: Input): Input {
  if (held === undefined) return input;
  const [mode, reason] = held.split(':') as [Input['mode'], Input['reason']?];
  return { ...input, mode, reason };
}

/** The visit that is named, or the one of that day, or the only one that is open; undefined where it has to be chosen. */
export async function targetOf(input: Input, turn: MunicipalStart): Promise<VisitTarget | undefined> {
  const own = await visitsOf(turn.who.id, turn.store);
  if (input.visit !== undefined) return { ...(await visitNamed(input.visit, turn.store)), own };
  const none = { meeting: undefined, record: undefined, own };
  if (input.unplanned) return none;
  const here = own.filter(({ meeting }) => townOfVisit(meeting) === turn.municipality.code && !isCancelled(meeting));
  if (input.day !== undefined) {
    const then = here.filter(({ meeting }) => meeting.day === input.day && overlaps(meeting, input));
    const found = then.find((each) => isUnrecorded(each, turn.now)) ?? then[0];
    return found ? { ...found, own } : none;
  }
  const open = here.filter((each) => isUnrecorded(each, turn.now));
  const [only] = open;
  return only && open.length === 1 ? { ...only, own } : undefined;
}

const overlaps = (meeting: VisitMeeting, { start, end }: Input): boolean =>
  start === undefined || end === undefined || (meeting.start < end && start < meeting.end);

const NEEDED = ['day', 'start', 'end', 'mode', 'items', 'text'] as const;

/** What still has to be asked; a change is asked for with all that stands. */
export function stillNeeded(input: Input): readonly string[] {
  return NEEDED.filter((name) => input[name] === undefined);
}

type Judged = {
  readonly draft: Draft;
  readonly errors: ReadonlyMap<VisitFieldName, string>;
  readonly actionErrors: ReadonlyMap<number, RowError>;
  /** Written by somebody else since the form was opened. */
  readonly said: readonly Node[];
};

/** What would be written, and everything that is wrong with it. */
export async function draftOf(input: Input, target: VisitTarget, turn: MunicipalStart): Promise<Judged> {
  const { municipality, who, now, programme, store } = turn;
  const content = contentOf(input);
  const meeting = target.meeting ?? (await newMeeting(content, turn));
  const errors = new Map<VisitFieldName, string>();
  const townName = await municipalityNames(store);
  const others = standingVisits(
    target.own.map((each) => each.meeting).filter(({ id }) => id !== meeting.id),
    (id) => target.own.find(({ record }) => record?.id === id)?.record,
  );
  const trouble =
    visitTrouble(content, { municipality: municipality.code, townName, who, programme, others }) ??
    aheadTrouble(content, now);
  if (trouble) errors.set(trouble.input, trouble.problem);
  if (content.mode === 'online' && content.online === undefined)
    errors.set('held', 'オンラインで行った理由を選んでください（この事業は対面が基本です）。');
  if (mustSayWhy(target, turn) && input.correction === undefined && isChanged(target, content))
    errors.set(
      'correction',
      'この記録は確定しています。直す理由を入力してください。市町村にもう一度確認をお願いします。',
    );
  const owners = await ownersFor(meeting, turn);
  const judged = judgeRows(input.actions ?? [], meeting, owners, turn);
  const { remark, correction } = input;
  return {
    draft: { meeting, content, record: target.record, remark, correction, actions: judged.taken },
    errors,
    actionErrors: judged.errors,
    said: newerLines(input.seen, content, target),
  };
}

function contentOf(input: Input): VisitContent {
  const { day = '', start = '', end = '', mode = 'other', reason, place, items = [] } = input;
  const { attended, text: done = '', decisions, problems, materials, next } = input;
  const all = { day, start, end, mode, online: mode === 'online' ? reason : undefined, place, items, attended };
  const entries = Object.entries({ ...all, text: done, decisions, problems, materials, next });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as VisitContent;
}

async function newMeeting(content: VisitContent, { municipality, who, store }: MunicipalStart): Promise<Meeting> {
  const { day, start, end, place = '', mode } = content;
  const wanted = {
    title: visitTitle(municipality.name),
    day,
    start,
    audience: audienceOf([municipality.code, who.id]),
  };
  const id = freeMeetingId(wanted, await meetingsLike(store, wanted));
  return { ...wanted, id, kind: 'visit', end, place, scheduledBy: who.id, visit: { expert: who.id, mode } };
}

/** Confirmed by the municipality, or by its silence. */
function mustSayWhy({ record }: VisitTarget, { now, programme, municipality }: MunicipalStart): boolean {
  const standing = record && visitStanding(record, dayOf(now), calendarOf(programme.closures, municipality.code));
  return standing === 'confirmed' || standing === 'unconfirmed';
}

const isChanged = ({ record }: VisitTarget, content: VisitContent): boolean =>
  JSON.stringify(record && currentVisit(record)?.content) !== JSON.stringify(content);

function newerLines(seen: number | undefined, content: VisitContent, { record }: VisitTarget): readonly Node[] {
  const current = record && currentVisit(record);
  if (
    !current ||
    seen === undefined ||
    current.number <= seen ||
    !isChanged({ meeting: undefined, own: [], record }, content)
  )
    return [];
  return [
    notice(
      'attention',
      'このカードを開いたあとに、記録が変わっています。今の記録と合わせて、もう一度記録してください。',
    ),
    text(`今の支援内容: ${current.content.text}`),
  ];
}

type Again = Partial<Pick<Judged, 'errors' | 'actionErrors' | 'said'>>;

/** The form: what was said, else what stands, else the plan and the last visit to the same municipality. */
export async function formFor(input: Input, target: VisitTarget, turn: MunicipalStart, again: Again = {}) {
  const { municipality } = turn;
  const current = currentOf(target);
  const isBack = again.errors !== undefined || input.again !== undefined;
  const given = givenFor(input, target, municipality.code, isBack);
  const { people } = ownerChoices(await ownersFor(await meetingFor(input, target, turn), turn));
  return recordVisitForm({
    town: municipality.name,
    ask: ask('record-visit', { ...sameVisit(target, municipality.code), seen: seenBy(input, current, again) }),
    given,
    known: new Set(current && !isBack ? [] : knownIn(given, input)),
    errors: again.errors ?? new Map(),
    items: itemsFor(given.items),
    people,
    rows: ROWS,
    actions: input.actions,
    actionErrors: again.actionErrors,
    isChange: current !== undefined,
    needsCorrection: mustSayWhy(target, turn),
    said: again.said ?? [],
  });
}

/** What is written once more is asked again: all that was written freely. */
function knownIn(given: FilledVisit, { again }: Input): readonly VisitFieldName[] {
  const rewritten = new Set<string>(again ? WRITTEN : []);
  return (Object.keys(given) as VisitFieldName[]).filter((name) => !rewritten.has(name));
}

const WRITTEN: readonly VisitFieldName[] = [
  'text',
  'attended',
  'decisions',
  'problems',
  'next',
  'remark',
  'materials',
  'place',
  'correction',
];

const currentOf = ({ record }: VisitTarget) => record && currentVisit(record);

/** By which visit the form comes back. */
export const sameVisit = ({ meeting }: VisitTarget, municipality: string) =>
  meeting ? { visit: visitRecordId(meeting.id) } : ({ municipality, unplanned: 'yes' } as const);

/** The version that whoever sends the form has seen: the newest one, where it was just shown. */
function seenBy({ seen }: Input, current: ReturnType<typeof currentOf>, { said = [] }: Again): number {
  const newest = current?.number ?? 0;
  return said.length > 0 ? newest : (seen ?? newest);
}

function givenFor(input: Input, target: VisitTarget, code: string, isBack: boolean): FilledVisit {
  const current = currentOf(target);
  const before = current ? filledBy(current.content) : { ...lastOf(target, code), ...planOf(target.meeting) };
  return isBack ? saidIn(input) : { ...before, ...saidIn(input) };
}

/** Of a visit that stands nowhere yet: as far as it was said, to know who can be given 宿題. */
function meetingFor(input: Input, { meeting }: VisitTarget, turn: MunicipalStart): Promise<Meeting> {
  const { day = dayOf(turn.now), start = '00:00' } = input;
  return meeting ? Promise.resolve(meeting) : newMeeting(contentOf({ ...input, day, start }), turn);
}

/** Rows for 宿題: more are added with 書き足す. */
const ROWS = 2;

function itemsFor(first = '') {
  const likely = first.split(',');
  const ids = catalogue.items.map(({ id }) => id);
  const inOrder = [...likely.filter((id) => ids.includes(id)), ...ids.filter((id) => !likely.includes(id))];
  return inOrder.map((id) => ({ value: id, label: itemName(id) }));
}

function filledBy({ online, ...content }: VisitContent): FilledVisit {
  return saidIn({ ...content, reason: online });
}

function planOf(meeting: VisitMeeting | undefined): FilledVisit {
  if (!meeting) return {};
  const { day, start, end, place, visit } = meeting;
  // Why it was online is still to be said.
  const held = visit.mode === 'online' ? {} : { held: visit.mode };
  return { day, start, end, ...(place ? { place } : {}), ...held };
}

/** What is likely to be the same as on the last visit to this municipality. */
function lastOf({ own }: VisitTarget, code: string): FilledVisit {
  const recorded = own.filter(({ meeting, record }) => townOfVisit(meeting) === code && record && currentVisit(record));
  const record = recorded.at(-1)?.record;
  const last = record && currentVisit(record)?.content;
  if (!last) return {};
  const { items, attended, place } = last;
  return { items: items.join(','), ...(attended ? { attended } : {}), ...(place ? { place } : {}) };
}

function saidIn(input: Input): FilledVisit {
  const { day, start, end, mode, reason, items, place, attended, decisions, problems, next, materials } = input;
  const held =
    mode === undefined || (mode === 'online' && reason === undefined) ? undefined : reason ? `${mode}:${reason}` : mode;
  const all = { day, start, end, held, items: items?.join(','), text: input.text, place, attended };
  const more = { decisions, problems, next, materials, remark: input.remark, correction: input.correction };
  return onlyKnown({ ...all, ...more });
}
