import { cancelledCard, cancelQuestionCard } from '../../../cards/meetings/form.ts';
import { ask } from '../../../programme/asks.ts';
import { type Meeting, withMeetingChange } from '../../../programme/meetings/meeting.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { meetingsMeant, refuseUnlessConvener, visibleMeetings, whichMeeting } from './find.ts';

export const cancelMeeting = defineCommand({
  name: 'cancel-meeting',
  says: ['会議中止'],
  help: '会議を中止にします。中止は取り消せます。',
  example: '会議中止 第4回',
  english: 'Cancel a meeting.',
  group: { title: '会議を開く', order: 3 },
  needs: 'convene',
  about: 'member',
  usualFor: {},
  writes: ['confirm', 'back'],
  typed: 'inputs',
  spoken: {
    words: ['会議中止'],
    wins: 190,
  },
  wished: [
    {
      like: /^(?<meeting>(?:\d{1,2}[/月]\d{1,2}日?|今日|明日|明後日|来週の?[月火水木金]曜日?|第\d+回))(?:の|、|\s)*(?<title>[^\s、。\d]{0,12}?(?:打ち?合わ?せ|会議|研修|勉強会|説明会))(?:は|を|が|も|、|\s)*(?:中止|取りやめ|取り止め|キャンセル)(?:に|と|で)?(?:します|しました|する|して(?:ください|ほしいです|おいてください)?|なりました|お願いします|です)?[。!！]?$/u,
      as: '会議中止 $<meeting> $<title>',
    },
  ],

  async prepare({ meeting: said, meetings: ids, confirm, back }, turn) {
    const found = ids ? await byIds(ids, turn) : await meetingsMeant(said, 'convene', turn);
    if (!ids && found.length > 1)
      return asksBack(['meeting'], await whichMeeting(ask('cancel-meeting'), '会議中止', found, turn));
    for (const meeting of found) refuseUnlessConvener(meeting, turn);
    return confirm || back ? { found } : asksBack([], cancelQuestionCard(found), 'replace');
  },

  async run({ back }, turn, found) {
    const status = back ? 'scheduled' : 'cancelled';
    const changed: Meeting[] = [];
    for (const { id } of found) {
      const after = await turn.change('meetings', { partition: PROGRAMME, id }, (known) => {
        if (!known) throw Refusal.because('unknown-meeting');
        return withMeetingChange(known, { status }, turn.from);
      });
      changed.push(after);
    }
    return { card: cancelledCard(changed, status === 'cancelled'), how: 'replace' };
  },
});

async function byIds(ids: readonly string[], turn: MemberStart): Promise<readonly Meeting[]> {
  const found = (await visibleMeetings(turn)).filter(({ id }) => ids.includes(id));
  if (found.length === 0) throw Refusal.because('unknown-meeting');
  return found;
}
