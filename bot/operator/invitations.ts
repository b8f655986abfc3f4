import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calendarFile } from '../../documents/meetings/calendar-file.ts';
import { isInvited } from '../../programme/meetings/audience.ts';
import { startOf } from '../../programme/meetings/meeting.ts';
import { meetingsInOrder } from '../../programme/meetings/said.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import { admission } from '../features/admission.ts';
import { withAccess } from '../who/admission.ts';
import { notImported, type Verb, withStore } from './verb.ts';

const DEFAULT_FOLDER = '会議の招待';

export const invitationsVerb: Verb = {
  name: 'invitations',
  usage: 'invitations [--out DIR]',
  help: 'これからの会議の招待（.ics）を書き出します。変更や中止も同じ予定として届きます。',

  async run({ out = DEFAULT_FOLDER, config, now }) {
    const files = await withStore(config, async (store) => {
      if (!(await store.programmes.get(PROGRAMME, 'programme'))) return undefined;
      const active = (await store.members.list(MEMBERS)).map(({ value }) => value).filter((one) => one.active);
      const members = await withAccess(active, { store, admission, now });
      const office = members
        .filter(({ role }) => role === 'secretariat')
        .toSorted((a, b) => Number(b.lead) - Number(a.lead));
      const all = await store.meetings.list(PROGRAMME, { from: 'meeting-', below: 'meeting.' });
      const meetings = meetingsInOrder(all.map(({ value }) => value)).filter((meeting) => startOf(meeting) > now);
      return meetings.map((meeting) => {
        const organiser = members.find(({ id }) => id === meeting.scheduledBy) ?? office[0];
        const attendees = members.filter((member) => isInvited(member, meeting));
        return {
          name: `${meeting.id}.ics`,
          text: calendarFile(meeting, organiser ?? { name: '事務局' }, attendees, now),
        };
      });
    });
    if (!files) return { ok: false, lines: [notImported], data: { folder: out, files: [] } };
    await mkdir(out, { recursive: true });
    for (const { name, text } of files) await writeFile(join(out, name), text);
    const lines =
      files.length > 0
        ? [`${out} に ${files.length}件の招待を書き出しました。メールに添えて送ってください。`]
        : ['これからの会議はありません。'];
    return { ok: true, lines, data: { folder: out, files: files.map(({ name }) => name) } };
  },
};
