import { showing } from '../../../cards/card.ts';
import { meetingPaperCard, sharedPaperCard } from '../../../cards/meeting-papers/meeting-paper.ts';
import { chooseMeeting } from '../../../cards/meetings/meetings.ts';
import { ask } from '../../../programme/asks.ts';
import { channels } from '../../../programme/channel.ts';
import { may } from '../../../programme/may.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { meetingNumber } from '../../../programme/meetings/meeting-number.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { Filed } from '../../filed.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { meetingsToShare } from '../consent/parts-of-meeting.ts';
import { shownOf } from '../consent/shared.ts';
import { allMeetings } from '../meetings/find.ts';
import { paperFile } from './paper-file.ts';
import { readMeetingPaper } from './read-meeting-paper.ts';
import { readSharedPaper, sharedPaperFile } from './read-shared-paper.ts';

/** @param filed what is decided about, to say what waits */
export const meetingPaperOver = (filed: readonly Filed[]) =>
  defineCommand({
    name: 'meeting-paper',
    says: ['会議資料'],
    help: '進捗状況確認会議の資料を、今の記録から Word で作ります。会議の3開庁日前に、県と事務局の方に届きます。',
    example: '会議資料 第4回',
    english: 'Make the papers for a progress meeting as a Word file.',
    group: { title: '会議のこと', order: 8 },
    needs: 'figures',
    about: 'member',
    usualFor: {},
    writes: false,
    typed: 'inputs',
    spoken: { words: ['会議資料', '会議の資料', '打合せ資料', '会議用の資料'], wins: 251, looks: true },
    wished: [
      {
        like: /^(?<meeting>[^。、]{0,20}?)(?:の)?(?:会議の?資料[のをは、\s]*共有版|共有版の会議の?資料)(?!.*(?:ない|ません|ました)).{0,20}$/u,
        as: '会議資料 共有版 $<meeting>',
        first: true,
      },
    ],

    async prepare({ meeting: said, shared }, turn) {
      const numbered = await progressNumbered(said, turn);
      const [meeting, ...others] = numbered ? [numbered] : await meetingsToShare(said, turn);
      const known = shared === undefined ? {} : { shared };
      if (others.length > 0)
        return asksBack(['meeting'], chooseMeeting(ask('meeting-paper', known), '会議資料', [meeting, ...others]));
      if (meeting.kind !== 'progress') throw Refusal.because('no-paper');
      return { found: meeting };
    },

    async run({ shared }, turn, meeting) {
      if (shared !== undefined) return { card: await sharedVersion(meeting, turn) };
      const paper = await readMeetingPaper(meeting, filed, turn);
      const file = channels[turn.via].files ? await paperFile(paper) : undefined;
      return { card: meetingPaperCard({ paper, file, mayShare: mayShare(turn) }) };
    },
  });

const NUMBERED = /^(?:進捗状況確認会議)?第(\d{1,3})回(?:進捗状況確認会議)?$/u;

/** There are papers for 進捗状況確認会議 alone: a number is in the title of one, or counts those as the papers do. */
async function progressNumbered(said: string | undefined, { store }: MemberStart): Promise<Meeting | undefined> {
  const number = NUMBERED.exec(said?.normalize('NFKC').replace(/\s/g, '') ?? '')?.[1];
  if (number === undefined) return undefined;
  const all = await allMeetings(store, (meeting) => meeting.kind === 'progress' && !isCancelled(meeting));
  return (
    all.findLast(({ title }) => title.normalize('NFKC').includes(`第${number}回`)) ??
    all.findLast((meeting) => meetingNumber(meeting, all) === Number(number))
  );
}

const mayShare = ({ who, room }: MemberTurn): boolean => may(who, 'share', undefined, room.audience);

/** @throws Refusal where it is not theirs, or nothing of it may be shown */
async function sharedVersion(meeting: Meeting, turn: MemberTurn) {
  if (!mayShare(turn)) throw Refusal.because('not-shared');
  const shared = await readSharedPaper(meeting, turn);
  if (!shared) throw Refusal.because('no-parts');
  const { pieces, without, madeAt, scope } = shared;
  const file = channels[turn.via].files ? await sharedPaperFile(shared, turn.now) : undefined;
  return showing(sharedPaperCard({ meeting, shown: pieces.length, without, madeAt, file }), shownOf(pieces, scope));
}
