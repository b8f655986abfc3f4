import type { ActionRow, RowError } from '../../../cards/meetings/minutes.ts';
import { minutesFormCard, minutesReceiptCard, minutesUndoneCard } from '../../../cards/meetings/minutes.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { mayNamePeople } from '../../../programme/may.ts';
import { mayConvene } from '../../../programme/meetings/audience.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { currentMinutes, decisionLines, type MinutesSaid } from '../../../programme/meetings/minutes.ts';
import { meetingInFront } from '../../../programme/meetings/said.ts';
import { onlyKnown } from '../../../programme/only-known.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { minutesWritten } from '../../inputs/minutes-said.ts';
import type { MemberStart, TurnStart } from '../../turn.ts';
import { hasBegun, type LookUpTurn, meetingsMeant, visibleMeetings, whichMeeting } from './find.ts';
import { isBlank, type JudgedActions, judgeRows, takeBackMinutes, toTakeBack, writeMinutes } from './minutes.ts';
import { type Owners, ownerChoices, ownersFor } from './owners.ts';
import { actionsOf, lineOf, ownerNames } from './view.ts';

type Input = InputOf<'record-minutes'>;
type Given = Readonly<Record<string, unknown>>;

export const recordMinutes = defineCommand({
  name: 'record-minutes',
  says: ['議事録'],
  help: '会議で決まったことと、だれが・何を・いつまでにするかを記録します。',
  example: '議事録 第3回',
  english: 'Record the decisions and actions of a meeting.',
  group: { title: '会議を開く', order: 4 },
  needs: 'convene',
  about: 'member',
  usualFor: {},
  writes: ['decisions', 'actions', 'texts', 'sharing', 'report'],
  typed: 'free',
  spoken: {
    words: ['議事録'],
    wins: 210,
    passing: 'with an address',
  },
  wished: [
    {
      like: /^(?<what>[^。\n]{1,40}?)の?議事録(?:です|になります|(?:を|の)?(?:送り|記録し|登録し|入れ|出し|提出し|共有し)ます|(?:の|を)?(?:記録|登録)(?:を?お願いします|してください|です)|は(?:以下|次)の(?:とおり|通り)です)?[。：:\s]+(?<rest>[\s\S]*(?:決定事項|決まったこと|決定内容|宿題)[:：\s][\s\S]*)$/u,
      as: '議事録 $<what> $<rest>',
      first: true,
    },
  ],
  named: withParts,
  check: ({ actions = [], report, ...said }) =>
    report === undefined && actions.every(isBlank) && isNothing(saidOf(said)) ? [{ input: 'decisions' }] : [],

  question: async ({ meeting: said }, turn) => {
    const found = await oneOf(typeof said === 'string' ? said : undefined, {}, turn);
    return 'card' in found ? found.card : form(found.meeting, await ownersFor(found.meeting, turn), turn);
  },

  async prepare(input, turn): Promise<Prepared<ToRecord>> {
    const { actions = [], report, seen } = input;
    const { meeting: named, decisions } = await namedInFront(input, turn);
    const said = saidOf({ ...input, decisions });
    const one = await oneOf(named, said, turn);
    if ('card' in one) return asksBack(['meeting'], one.card, 'new');
    const { meeting } = one;
    if (input.decisions !== undefined && isNothing(said) && actions.every(isBlank))
      return asksBack(['decisions'], await form(meeting, await ownersFor(meeting, turn), turn));
    if (report !== undefined) return { found: { meeting, report, back: await toTakeBack(meeting, report, turn) } };
    const owners = await ownersFor(meeting, turn);
    const newer = isNothing(said) ? undefined : await newerThan(seen, meeting, turn);
    const { taken, errors } = newer ? nothingJudged : judgeRows(actions, meeting, owners, turn);
    if (!newer && errors.size === 0) return { found: { meeting, taken, said } };
    const again = { said, actions, errors, ...(newer && { newer }) };
    return asksBack(newer ? [] : ['actions'], await form(meeting, owners, turn, again), 'replace');
  },

  async run(_input, turn, found) {
    const { meeting } = found;
    const card =
      'report' in found
        ? minutesUndoneCard(meeting, await takeBackMinutes(found.back, found, turn))
        : minutesReceiptCard(await writeMinutes(meeting, found.said, found.taken, turn));
    return { card, how: 'replace' };
  },
});

/** Decisions and what somebody took on, apart, where they were labelled; in front of them stands which meeting it was. */
async function withParts(
  { said, input }: { readonly said: string; readonly input: Given },
  turn: TurnStart,
): Promise<Given> {
  const { decisions, meeting, ...rest } = input;
  const written = typeof decisions === 'string' ? minutesWritten(decisions, dayOf(turn.now)) : undefined;
  if (!written || !turn.who || said === '') return input;
  const named = [meeting, written.head].filter(Boolean).join(' ');
  const { decisions: decided, actions } = written;
  return {
    ...rest,
    ...(named === '' ? {} : { meeting: await meetingNamed(named, { ...turn, who: turn.who }) }),
    ...(decided === undefined || decided === '' ? {} : { decisions: decided }),
    ...(actions.length > 0 && { actions }),
  };
}

/** 11/20の下諏訪町打合せ: its day says all, where there was one meeting then. */
async function meetingNamed(said: string, turn: LookUpTurn): Promise<string> {
  const words = said.replace(/の|議事録(?:です)?|。/gu, ' ').trim();
  const [first = ''] = words.split(/\s+/);
  const then = /\d[月/-]\d/.test(first) ? await meetingsMeant(first, 'minutes', turn).catch(() => []) : [];
  return then.length === 1 ? first : words;
}

/** What is recorded of a meeting, or which report of it is taken back. */
type ToRecord = { readonly meeting: Meeting } & (
  | { readonly taken: JudgedActions['taken']; readonly said: MinutesSaid }
  | { readonly report: string; readonly back: Awaited<ReturnType<typeof toTakeBack>> }
);
const nothingJudged: JudgedActions = { taken: [], errors: new Map() };

const saidOf = ({ decisions, texts, sharing }: Partial<Input>): MinutesSaid =>
  onlyKnown({ decisions, texts: texts && Object.keys(texts).length > 0 ? texts : undefined, sharing });
const isNothing = (said: MinutesSaid): boolean => Object.keys(said).length === 0;

/** 議事録 9月の進捗状況確認会議: which meeting it is of, and nothing that was decided. */
async function namedInFront(input: Input, turn: MemberStart) {
  const { meeting, decisions } = input;
  const begun = (await visibleMeetings(turn)).filter((each) => hasBegun(each, turn.now));
  const found = meeting === undefined && decisions !== undefined ? meetingInFront(decisions, begun) : undefined;
  return found ? { meeting: found.named, decisions: found.behind || undefined } : placeInFront(input, turn);
}

/**
 * 議事録 小海町 方針を決めた: the municipality in front says of which meeting, where one is called after it, and is nothing
 * that was decided. Alone it never is.
 */
async function placeInFront({ meeting: said, decisions }: Input, turn: MemberStart) {
  const [, first = '', rest = ''] = /^\s*([^\s、]+)[\s、]*([\s\S]*)$/.exec(decisions ?? '') ?? [];
  const isOpened = said?.startsWith('meeting-') === true;
  const name = first.normalize('NFKC');
  const isPlace = !isOpened && (await municipalitiesIn(turn.store)).some((town) => town.name === name);
  if (!isPlace || (rest !== '' && !(await visibleMeetings(turn)).some(({ title }) => title.includes(name))))
    return { meeting: said, decisions };
  return { meeting: [name, said].filter(Boolean).join(' '), decisions: rest || undefined };
}

async function oneOf(said: string | undefined, given: Partial<Input>, turn: MemberStart) {
  if (!mayNamePeople(turn.room.audience)) throw Refusal.because('names-in-room');
  const [meeting, ...others] = await meetingsMeant(said, 'minutes', turn);
  if (others.length > 0) {
    const newestFirst = [meeting, ...others].toReversed();
    return { card: await whichMeeting(ask('record-minutes', given), '議事録', newestFirst, turn) };
  }
  if (!mayConvene(turn.who, meeting)) throw Refusal.because('not-convener');
  if (isCancelled(meeting)) throw Refusal.because('meeting-cancelled');
  if (!hasBegun(meeting, turn.now)) throw Refusal.because('meeting-ahead');
  return { meeting };
}

type Again = {
  readonly said: MinutesSaid;
  readonly actions: readonly ActionRow[];
  readonly errors: ReadonlyMap<number, RowError>;
  readonly newer?: readonly string[];
};

/** What somebody else has recorded since the form was opened, and this would write over. */
async function newerThan(seen: number | undefined, meeting: Meeting, turn: MemberStart) {
  if (seen === undefined) return undefined;
  const minutes = (await turn.store.minutes.get(PROGRAMME, `minutes-${meeting.id}`))?.value;
  const current = currentMinutes(minutes);
  if (!current || current.number <= seen || current.by === turn.who.id) return undefined;
  return decisionLines(current.decisions);
}

async function form(meeting: Meeting, owners: Owners, turn: MemberStart, again?: Again) {
  const [minutes, recorded, owner] = await Promise.all([
    turn.store.minutes.get(PROGRAMME, `minutes-${meeting.id}`),
    actionsOf(meeting, turn),
    ownerNames(turn),
  ]);
  return minutesFormCard({
    meeting,
    said: again?.said ?? currentMinutes(minutes?.value) ?? {},
    recorded: recorded.map((action) => lineOf(action, owner(action))),
    ...ownerChoices(owners),
    again,
    seen: minutes?.value.versions.length ?? 0,
    newer: again?.newer,
  });
}
