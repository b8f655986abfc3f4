import { chooseMeeting } from '../../../cards/meetings/meetings.ts';
import type { ActionRow, RowError } from '../../../cards/meetings/minutes.ts';
import { minutesFormCard, minutesReceiptCard, minutesUndoneCard } from '../../../cards/meetings/minutes.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { mayConvene } from '../../../programme/meetings/audience.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { currentMinutes, decisionLines } from '../../../programme/meetings/minutes.ts';
import { mayNamePeople } from '../../../programme/member.ts';
import { UNDO_HOURS } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import { hasBegun, type MemberTurn, meetingsMeant } from './find.ts';
import { isBlank, judgeRows, takeBack, writeMinutes } from './minutes.ts';
import { type Owners, ownerChoices, ownersFor } from './owners.ts';
import { actionsOf, lineOf, ownerNames } from './view.ts';

type Input = InputOf<'record-minutes'>;

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
  writes: ['decisions', 'actions', 'report'],
  typed: 'free',
  spoken: {
    words: ['議事録'],
    wins: 210,
    passing: 'with an address',
  },
  check: ({ decisions, actions = [], report }) =>
    decisions === undefined && report === undefined && actions.every(isBlank) ? [{ input: 'decisions' }] : [],

  question: async ({ meeting: said }, turn) => {
    const found = await oneOf(typeof said === 'string' ? said : undefined, {}, turn);
    return 'card' in found ? found.card : form(found.meeting, await ownersFor(found.meeting, turn), turn);
  },

  async run({ meeting: said, decisions, actions = [], report, seen }, turn) {
    const found = await oneOf(said, { decisions }, turn);
    if ('card' in found) return { card: found.card, how: 'new' };
    const { meeting } = found;
    if (report !== undefined) {
      const lines = await takeBack(meeting, report, turn);
      if (lines.length === 0) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
      return { card: minutesUndoneCard(meeting, lines), how: 'replace' };
    }
    const owners = await ownersFor(meeting, turn);
    const newer = await newerThan(seen, decisions, meeting, turn);
    if (newer)
      return {
        card: await form(meeting, owners, turn, { decisions, actions, errors: new Map(), newer }),
        how: 'replace',
      };
    const { taken, errors } = judgeRows(actions, meeting, owners, turn);
    if (errors.size > 0) {
      return { card: await form(meeting, owners, turn, { decisions, actions, errors }), how: 'replace' };
    }
    return { card: minutesReceiptCard(await writeMinutes(meeting, decisions, taken, turn)), how: 'replace' };
  },
});

async function oneOf(said: string | undefined, given: Partial<Input>, turn: MemberTurn) {
  if (!mayNamePeople(turn.room.audience)) throw Refusal.because('names-in-room');
  const [meeting, ...others] = await meetingsMeant(said, 'minutes', turn);
  if (others.length > 0) {
    const newestFirst = [meeting, ...others].toReversed();
    return { card: chooseMeeting(ask('record-minutes', given), '議事録', newestFirst) };
  }
  if (!mayConvene(turn.who, meeting.audience)) throw Refusal.because('not-convener');
  if (isCancelled(meeting)) throw Refusal.because('meeting-cancelled');
  if (!hasBegun(meeting, turn.now)) throw Refusal.because('meeting-ahead');
  return { meeting };
}

type Again = {
  readonly decisions: string | undefined;
  readonly actions: readonly ActionRow[];
  readonly errors: ReadonlyMap<number, RowError>;
  readonly newer?: readonly string[];
};

/** What somebody else has recorded since the form was opened, and this would write over. */
async function newerThan(seen: number | undefined, decisions: string | undefined, meeting: Meeting, turn: MemberTurn) {
  if (seen === undefined || decisions === undefined) return undefined;
  const minutes = (await turn.store.minutes.get(PROGRAMME, `minutes-${meeting.id}`))?.value;
  const current = currentMinutes(minutes);
  if (!current || current.number <= seen || current.by === turn.who.id) return undefined;
  return decisionLines(current.decisions);
}

async function form(meeting: Meeting, owners: Owners, turn: MemberTurn, again?: Again) {
  const [minutes, recorded, owner] = await Promise.all([
    turn.store.minutes.get(PROGRAMME, `minutes-${meeting.id}`),
    actionsOf(meeting, turn),
    ownerNames(turn),
  ]);
  return minutesFormCard({
    meeting,
    decisions: again ? again.decisions : currentMinutes(minutes?.value)?.decisions,
    recorded: recorded.map((action) => lineOf(action, owner(action))),
    ...ownerChoices(owners),
    again,
    seen: minutes?.value.versions.length ?? 0,
    newer: again?.newer,
  });
}
