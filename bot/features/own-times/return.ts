import { chooseLeave, returnedCard } from '../../../cards/own-times/leave.ts';
import type { Leave } from '../../../programme/absence.ts';
import { dayOf } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import { leavesFrom, withoutLeave } from '../../../programme/own-times/leave-change.ts';
import { openWeeks } from '../../../programme/progress/silence.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberTurn } from '../../turn.ts';
import { weeklyOf } from '../check-in/prompts.ts';
import { memberAt } from '../people/people.ts';

export const endLeave = defineCommand({
  name: 'return',
  says: ['復帰', '出勤'],
  help: '休みを今日で終えます。これからの休みは取り消します。',
  example: '復帰',
  english: 'End your leave today.',
  group: { title: '自分のこと', order: 3 },
  needs: 'self',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: {
    words: [
      '復帰',
      '出勤',
      '休みを取り消',
      '休みを取消',
      '休みの取消',
      '休みの取り消',
      '休みをやめ',
      '休みをなく',
      'もう戻り',
      '早く戻り',
      '予定より早く戻り',
      '予定よりも早く戻り',
      '予定より早く復帰',
    ],
    wins: 130,
    ofOneself: true,
    past: true,
  },

  async prepare({ leave: from }, { who, now }) {
    const today = dayOf(now);
    const leaves = leavesFrom(who.leave, today);
    const [first, ...others] =
      from === undefined ? meant(leaves, today) : leaves.filter((leave) => leave.from === from);
    return others.length > 0 ? asksBack(['leave'], chooseLeave(leaves)) : { found: { first, leaves } };
  },

  async run(_input, turn, { first, leaves }) {
    const today = dayOf(turn.now);
    if (first) await end(turn, first);
    const ahead = leaves.filter((leave) => leave !== first);
    return { card: returnedCard({ today, leave: first, ahead, open: await openOf(turn) }), how: 'replace' };
  },
});

/** The leave that somebody comes back from: the one that runs, else those that lie ahead. */
function meant(leaves: readonly Leave[], today: string): readonly Leave[] {
  const runs = leaves.filter(({ from }) => from <= today);
  return runs.length > 0 ? runs.slice(0, 1) : leaves;
}

async function end({ change, who, now }: MemberTurn, leave: Leave): Promise<void> {
  await change('members', memberAt(who), (member) => {
    if (!member) throw Refusal.because('unknown-person');
    const known = member.leave?.some(({ from, until }) => from === leave.from && until === leave.until);
    if (!known) return member;
    return { ...member, leave: [...withoutLeave(member.leave ?? [], { ...leave, ended: true }, dayOf(now))] };
  });
}

/** What waits for this person's answer. */
async function openOf(turn: MemberTurn) {
  const { store, who, programme, now, room } = turn;
  const own = (await supportedMunicipalities(store, who.municipalities)).filter(({ code }) =>
    may(who, 'report', code, room.audience),
  );
  const open = await Promise.all(
    own.map(async (municipality) =>
      openWeeks(await weeklyOf(turn, municipality.code), now, programme).map((week) => ({ municipality, week })),
    ),
  );
  return who.role === 'municipal' ? open.flat() : [];
}
