import { whyCard } from '../../../cards/own-times/why.ts';
import { promptDeliveries } from '../../../programme/check-in/weekly-prompt.ts';
import { addDays, dayOf, instantOf } from '../../../programme/day.ts';
import { isConfidential } from '../../../programme/declared-job.ts';
import { type Delivery, reachedAt } from '../../../programme/delivery.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import { whyOf } from '../../../programme/own-times/why.ts';
import type { Store } from '../../../storage/collections.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { deliveriesIn } from '../../deliveries.ts';
import type { MemberTurn } from '../../turn.ts';
import { weeklyOf } from '../check-in/prompts.ts';
import { activeMembers, chatsOf } from '../people/people.ts';

/** A month's deliveries are kept under the month's first day, so this reaches back four weeks for each kind. */
const SLOTS_BACK = 60;
const DAYS_BACK = 28;
const SHOWN = 8;

const SENT = ['催促', 'ダイジェスト', '週次報告', '会議の案内', '案内'];
/** なぜ催促が来ないの asks why, and sends no 催促: the whole is longer than the other command's word, and wins. */
const NOT_HERE = SENT.flatMap((what) => [
  ...['なぜ', 'なんで', 'どうして'].map((asks) => asks + what),
  ...['が来ない', 'が来ません', 'が届かない', 'が届きません'].map((missing) => what + missing),
]);

export const why = defineCommand({
  name: 'why',
  says: ['なぜ', '理由'],
  help: '自分に週次報告などが届いた理由、届かなかった理由を記録から説明します。',
  example: 'なぜ',
  english: 'Explain from the records why you were asked, or why not.',
  group: { title: '自分のこと', order: 4 },
  needs: 'self',
  about: 'member',
  usualFor: {},
  writes: false,
  spoken: {
    words: ['なぜ', 'なんで', '何で聞', 'どうして', '理由', ...NOT_HERE],
    wins: 80,
  },

  async run(_input, turn) {
    const { who, store, now, room } = turn;
    const mine = await deliveriesToMe(turn);
    const since = instantOf(addDays(dayOf(now), -DAYS_BACK)).toISOString();
    const last = mine.filter(({ dueAt }) => dueAt >= since && dueAt <= now.toISOString());
    const [members, chats, own] = await Promise.all([
      activeMembers(store),
      chatsOf(store),
      supportedMunicipalities(store, who.role === 'municipal' ? who.municipalities : []),
    ]);
    const facts = { who, members, programme: turn.programme, now, deliveries: promptDeliveries(mine, turn.jobs) };
    const explained = await Promise.all(
      own.map(async (municipality) => {
        const weekly = await weeklyOf(turn, municipality.code);
        const hasAddress = chats(who.id).length > 0;
        return { municipality, findings: whyOf({ ...facts, municipality, weekly, hasAddress }) };
      }),
    );
    const named = mayNamePeople(room.audience);
    return {
      card: whyCard({
        towns: explained,
        isOfficer: who.role === 'municipal',
        deliveries: last.slice(0, SHOWN),
        jobs: turn.jobs,
        nameOf: ({ id }) => {
          if (id === who.id) return 'あなた';
          const name = members.find((member) => member.id === id)?.name;
          return named && name ? `${name}さん` : '担当の方';
        },
        mayReport: who.role === 'municipal' && may(who, 'report', undefined, room.audience),
      }),
    };
  },
});

async function deliveriesToMe({ who, store, now, jobs, room }: MemberTurn) {
  const all = await deliveriesIn(store, await placesOf(who, store), instantOf(addDays(dayOf(now), -SLOTS_BACK)));
  const isHidden = (delivery: Delivery) => room.audience !== undefined && isConfidential(jobs, delivery);
  const mine = all.filter((delivery) => delivery.recipient.id === who.id && !isHidden(delivery));
  return mine.toSorted((a, b) => reachedAt(b).getTime() - reachedAt(a).getTime());
}

/** Where something for somebody may lie: who has municipalities of their own gets nothing about another one. */
async function placesOf({ role, municipalities, terms = [] }: Member, store: Store): Promise<readonly string[]> {
  if (role === 'municipal' || role === 'expert')
    return [...new Set([...municipalities, ...terms.map(({ municipality }) => municipality)])];
  return (await supportedMunicipalities(store)).map(({ code }) => code);
}
