import {
  minutesSectionForm,
  minutesWrittenCard,
  sectionSaid,
  whichMinutesSectionCard,
} from '../../../cards/meeting-papers/minutes.ts';
import { chooseMeeting } from '../../../cards/meetings/meetings.ts';
import { ask } from '../../../programme/asks.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import { MinutesSection } from '../../../programme/meeting-papers/inputs.ts';
import { mayConvene } from '../../../programme/meetings/audience.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { currentMinutes, type Minutes, type MinutesSaid, withMinutes } from '../../../programme/meetings/minutes.ts';
import { MinutesSharing, minutesSharingNames } from '../../../programme/meetings/minutes-text.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { refuseWrittenSince } from '../../../programme/written-since.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { hasBegun, meetingsMeant } from '../meetings/find.ts';
import { minutesAt } from './minuted-meeting.ts';

export const editMinutes = defineCommand({
  name: 'edit-minutes',
  says: ['議事録を直す', '議事録編集'],
  help: '議事録の報告事項・成果の発表・課題と対応策・資料・出席者・共有範囲を、欄ごとに書きます。',
  example: '議事録を直す 資料',
  english: 'Write a part of the minutes of a meeting.',
  group: { title: '会議を開く', order: 8 },
  needs: 'convene',
  about: 'member',
  usualFor: {},
  writes: true,
  typed: 'free',
  spoken: {
    words: ['議事録を直', '議事録編集', '議事録を編集', '議事録の編集', '議事録の修正', '議事録を修正'],
    wins: 249,
  },

  question: async (given, turn) => formFor(given, turn),
  again: async (given, turn, errors) => formFor(given, turn, errors.get('text')),

  async prepare({ meeting: said, section, text, seen }, turn) {
    const one = await oneOf(said, turn);
    if (!('meeting' in one))
      return asksBack(['meeting'], chooseMeeting(ask('edit-minutes', { section, text }), '議事録を直す', one.all));
    const { meeting } = one;
    const change = changeOf(section, text);
    if (!change) {
      const problem = `${Object.values(minutesSharingNames).join('か')}を選んでください。`;
      return asksBack(['text'], minutesSectionForm(meeting, section, { value: undefined, problem, seen: seen ?? 0 }));
    }
    refuseWrittenSince((await minutesKept(meeting, turn))?.versions, (version) => sectionSaid(section, version), {
      seen,
      who: turn.who.id,
    });
    return { found: { meeting, change } };
  },

  async run({ section, seen }, turn, { meeting, change }) {
    let before: string | undefined;
    const after = await turn.change('minutes', minutesAt(meeting), (known) => {
      refuseWrittenSince(known?.versions, (version) => sectionSaid(section, version), { seen, who: turn.who.id });
      before = sectionSaid(section, currentMinutes(known) ?? {});
      return withMinutes(known, meeting.id, change, turn.from);
    });
    const said = sectionSaid(section, currentMinutes(after) ?? {});
    const mayFile = may(turn.who, 'filed', undefined, turn.room.audience);
    return { card: minutesWrittenCard(meeting, { section, before, after: said, mayFile }), how: 'new' };
  },
});

/** なし takes away what stood there. Undefined where a 共有範囲 is none of those there are. */
function changeOf(section: MinutesSection, text: string): MinutesSaid | undefined {
  if (section !== 'sharing') return { texts: { [section]: saysNothing(text) ? '' : text } };
  const plain = text.normalize('NFKC').trim();
  const sharing = MinutesSharing.options.find((one) => one === plain || minutesSharingNames[one] === plain);
  return sharing && { sharing };
}

const minutesKept = async (meeting: Meeting, { store }: MemberStart): Promise<Minutes | undefined> => {
  const { partition, id } = minutesAt(meeting);
  return (await store.minutes.get(partition, id))?.value;
};

type One = { readonly meeting: Meeting } | { readonly all: readonly [Meeting, ...Meeting[]] };

/** @throws Refusal where it is not theirs to minute, or has not begun */
async function oneOf(said: string | undefined, turn: MemberStart): Promise<One> {
  if (!mayNamePeople(turn.room.audience)) throw Refusal.because('names-in-room');
  const [meeting, ...others] = await meetingsMeant(said, 'minutes', turn);
  if (others.length > 0) return { all: [meeting, ...others] };
  if (!mayConvene(turn.who, meeting)) throw Refusal.because('not-convener');
  if (isCancelled(meeting)) throw Refusal.because('meeting-cancelled');
  if (!hasBegun(meeting, turn.now)) throw Refusal.because('meeting-ahead');
  return { meeting };
}

/** The meeting, then the part of its minutes, then what stands in that. */
async function formFor(given: Readonly<Record<string, unknown>>, turn: MemberStart, problem?: string) {
  const said = typeof given['meeting'] === 'string' ? given['meeting'] : undefined;
  const section = MinutesSection.safeParse(given['section']).data;
  const one = await oneOf(said, turn);
  if (!('meeting' in one))
    return chooseMeeting(ask('edit-minutes', section ? { section } : {}), '議事録を直す', one.all);
  const { meeting } = one;
  const minutes = await minutesKept(meeting, turn);
  const written = currentMinutes(minutes) ?? {};
  if (section === undefined) return whichMinutesSectionCard(meeting, written);
  const value = typeof given['text'] === 'string' ? given['text'] : sectionSaid(section, written);
  return minutesSectionForm(meeting, section, { value, problem, seen: minutes?.versions.length ?? 0 });
}
