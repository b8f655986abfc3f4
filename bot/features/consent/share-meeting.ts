import { shareMeetingCard } from '../../../cards/consent/share-meeting.ts';
import { chooseMeeting } from '../../../cards/meetings/meetings.ts';
import { ask } from '../../../programme/asks.ts';
import { withMaterialVersion } from '../../../programme/consent/material.ts';
import { meetingPart, sharedSince } from '../../../programme/consent/meeting-part.ts';
import { partId } from '../../../programme/consent/part-id.ts';
import { instantOf } from '../../../programme/day.ts';
import { asOf } from '../../../programme/digest/digest.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import { municipal } from '../../../storage/collections.ts';
import { materialVersionOf } from '../../../storage/ids.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberTurn } from '../../turn.ts';
import { allMeetings } from '../meetings/find.ts';
import { meetingsToShare, partsOfMeeting } from './parts-of-meeting.ts';

export const shareMeeting = defineCommand({
  name: 'share-meeting',
  says: ['共有版', '会議の共有版'],
  help: '会議資料の共有版を、記録から市町村ごとに作ります（ステップ・動いた項目・KPI）。承諾のない団体は除いて表示します。',
  example: '共有版 第8回',
  english: 'Prepare what municipalities may share of a meeting, and ask all of them for their consent.',
  group: { title: '承諾と共有', order: 15 },
  needs: 'share',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  notes: true,
  typed: 'inputs',
  spoken: { words: ['共有版', '会議の共有版'], wins: 244 },

  async prepare({ meeting: said }, turn) {
    const [meeting, ...others] = await meetingsToShare(said, turn);
    if (others.length === 0) return { found: meeting };
    return asksBack(['meeting'], chooseMeeting(ask('share-meeting'), '共有版', [meeting, ...others]));
  },

  async run(_input, turn, meeting) {
    const changed = await makeParts(meeting, turn);
    const parts = await partsOfMeeting(meeting, 'supported', turn);
    return { card: shareMeetingCard({ meeting, parts, changed }) };
  },
});

/** Makes the part of every supported municipality anew. @returns of how many something has changed */
async function makeParts(meeting: Meeting, turn: MemberTurn): Promise<number> {
  const { store, programme, from } = turn;
  const towns = await supportedMunicipalities(store);
  const since = sharedSince(meeting, await allMeetings(store), programme.start);
  const made = await Promise.all(
    towns.map(async ({ code }) => {
      const records = await progressIn(store, code, programme);
      const before = asOf(records, instantOf(since));
      const content = meetingPart(meeting.title, { before, after: records, since });
      const id = partId(meeting.id, code);
      const version = materialVersionOf(content);
      const of = { id, sort: 'part', municipality: code, of: meeting.id } as const;
      const part = await turn.changeOf(code)('materials', { partition: municipal(code), id }, (known) =>
        withMaterialVersion(known, of, { version, content }, from),
      );
      return part.versions.at(-1)?.ask === from.ask;
    }),
  );
  return made.filter(Boolean).length;
}
