import { minutesFileCard } from '../../../cards/meeting-papers/minutes.ts';
import { chooseMeeting } from '../../../cards/meetings/meetings.ts';
import { ask } from '../../../programme/asks.ts';
import { channels } from '../../../programme/channel.ts';
import { mayConvene } from '../../../programme/meetings/audience.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand } from '../../command.ts';
import { calledAt, minutedMeeting } from './minuted-meeting.ts';
import { minutesBytes, minutesCalled, minutesSheet } from './minutes-sheet.ts';

export const minutesFile = defineCommand({
  name: 'minutes-file',
  says: ['議事録ファイル', '打合せ記録簿'],
  help: '議事録（打合せは打合せ記録簿）を、Word のファイルで受け取ります。出席者の氏名が入ります。',
  example: '議事録ファイル 第3回',
  english: 'Get the minutes of a meeting as a Word file.',
  group: { title: '会議のこと', order: 9 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      '議事録ファイル',
      '議事録のファイル',
      '議事録word',
      '議事録のword',
      '議事録をword',
      '打合せ記録簿',
      '打ち合わせ記録簿',
    ],
    wins: 247,
    looks: true,
  },

  async prepare({ meeting: said }, turn) {
    const found = await minutedMeeting(said, turn, () => true);
    if ('meeting' in found) return { found: found.meeting };
    return asksBack(['meeting'], chooseMeeting(ask('minutes-file'), '議事録ファイル', found));
  },

  async run(_input, turn, meeting) {
    const sheet = await minutesSheet(meeting, turn);
    if (!sheet) throw Refusal.because('no-minutes', { of: calledAt(meeting) });
    const file = channels[turn.via].files ? await minutesBytes(sheet) : undefined;
    return { card: minutesFileCard(meeting, minutesCalled(meeting), file, mayConvene(turn.who, meeting)) };
  },
});
