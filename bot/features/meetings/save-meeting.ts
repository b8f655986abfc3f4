import { meetingFileCard } from '../../../cards/meetings/file.ts';
import { chooseMeeting } from '../../../cards/meetings/meetings.ts';
import { ask } from '../../../programme/asks.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import { meetingsMeant } from './find.ts';

/** A calendar entry for oneself: nobody else's name is in it, so that it may be handed on. */
export const saveMeeting = defineCommand({
  name: 'save-meeting',
  says: ['予定表', 'カレンダー'],
  help: '会議を、予定表に取り込めるファイル（.ics）で受け取ります。',
  example: '予定表',
  english: 'Get a meeting as a file for your calendar.',
  group: { title: '会議のこと', order: 6 },
  needs: 'meet',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',

  async run({ meeting: said }, turn) {
    const [meeting, ...others] = await meetingsMeant(said, 'look', turn);
    if (others.length > 0) return { card: chooseMeeting(ask('save-meeting'), '予定表', [meeting, ...others]) };
    const organiser = (await turn.store.members.get(MEMBERS, meeting.scheduledBy ?? ''))?.value;
    const { calendarFile } = await import('../../../documents/meetings/calendar-file.ts');
    const text = calendarFile(meeting, { name: organiser?.office ?? '事務局' }, [], turn.now);
    return { card: meetingFileCard(meeting, text) };
  },
});
