import { isItThem, leaveForm, leaveTaken, overlapCard } from '../../../cards/own-times/leave.ts';
import { type Leave, leaveOn } from '../../../programme/absence.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { type Day, dayOf, daysBetween, shortDate } from '../../../programme/day.ts';
import type { Member } from '../../../programme/member.ts';
import { joined, leavesFrom, overlapping, replaced, withLeave } from '../../../programme/own-times/leave-change.ts';
import { colleaguesOf } from '../../../programme/people/asking.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { activeMembers, memberAt, named, perhapsNamed } from '../people/people.ts';
import { meanwhile } from './meanwhile.ts';

/** A part of a day is no reason: 明日午前は通院のため. */
const REASON = '(?:(?!午前|午後|半日|夕方|朝|夜|だけ|のみ|時|から|まで|休み?ま)[^、。\\s\\n])';
const OF_LEAVE = '(?:お?(?:休|やす)|不在|有[給休]|年休|代休|半休)';
/** Why somebody is away changes nothing of when. */
const BECAUSE = new RegExp(
  [
    `${REASON}{1,24}?(?:ので|ため(?:に)?|都合(?:で|により)|により)、?`,
    '(?:を|に)?(?:いただき|頂き|頂戴し?|ちょうだい)(?:ます|いたします|致します|たいです|たく(?:存じます|思います)?(?:が)?、?)',
    'の?(?:残り|分|一部|消化)(?=を)',
    `${REASON}{1,20}?(?:が|で)(?:ございまして|ありまして|あって|入りまして|入って(?:しまい(?:まして)?)?)、?`,
    '(?<!恐れ|おそれ)(?:に)?入り(?:ます)|(?:を)?(?:取り|とり|取得し|取得いたし)ます',
    `(?!\\d)${REASON}{1,14}?で、?(?=\\s*${OF_LEAVE})`,
    '(?:発熱|体調不良|通院|私用|家庭の事情|急用)で、?',
  ].join('|'),
  'gu',
);

/** Nobody is away for longer without the roster saying so. */
const LONGEST_DAYS = 366;

export const takeLeave = defineCommand({
  name: 'take-leave',
  says: ['休み', '休暇', '不在'],
  help: '休みの期間を登録します。その間は代理の方にお聞きします。',
  example: '休み 10/7-10/11 代理 佐藤',
  english: 'Register a leave. Meanwhile your substitute is asked.',
  group: { title: '自分のこと', order: 2 },
  needs: 'self',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: {
    words: [
      ...['休み', 'お休み', '休みます', '休む', '休ませて', '休ましてもら', 'おやすみ', 'やすみます', 'やすませて'],
      ...['休暇', '有給', '有休', '年休', '代休', '夏休み', '冬休み', '不在', '半休', '時間休'],
    ],
    otherwise: ['育休', '産休', '介護休業', '育児休業'],
    wins: 140,
    ofOneself: true,
    aside: BECAUSE,
    labelled: 'left out',
  },

  wished: [
    {
      like: /^(?<day>今日|本日|明日|あす|あした|明後日|あさって|\d{1,2}[/月]\d{1,2}日?|[月火水木金]曜日?)(?:は|、|\s)*休(?:です)?[。]?$/u,
      as: '休み $<day>',
    },
  ],

  question: async (given, turn) => {
    if (given['from'] !== undefined) return undefined;
    const said = given['substitute'];
    return formFor(turn, typeof said === 'string' ? { substitute: said } : {}, {});
  },

  async prepare({ from, until, substitute, overlap }, turn) {
    const { leave, errors, members, perhaps } = await judged({ from, until, substitute }, turn);
    const asked = Object.keys(errors);
    if (perhaps.length > 0) {
      const card = isItThem(substitute ?? '', perhaps.map(choiceOf), { from, ...(until ? { until } : {}) });
      return asksBack(asked, card);
    }
    if (asked.length > 0)
      return asksBack(asked, await formFor(turn, { from, until: until ?? from, substitute }, errors));
    const others = overlap === undefined ? overlapping(leavesFrom(turn.who.leave, dayOf(turn.now)), leave) : [];
    return others.length > 0 ? asksBack([], overlapCard(leave, others)) : { found: { leave, members } };
  },

  async run({ overlap }, turn, { leave, members }) {
    const who = await write(turn, leave, overlap);
    const kept = leaveOn(who.leave, leave.from) ?? leave;
    const now = members.map((member) => (member.id === who.id ? who : member));
    return { card: leaveTaken(kept, await meanwhile(kept, now, { ...turn, who })), how: 'replace' };
  },
});

const choiceOf = ({ id, name }: Member) => ({ value: id, label: name });

/** The leave that is meant, what is wrong with it, and whom an unknown name may stand for. */
async function judged({ from, until = from, substitute }: InputOf<'take-leave'>, turn: MemberStart) {
  const today = dayOf(turn.now);
  const members = await activeMembers(turn.store);
  const colleagues = colleaguesOf(turn.who, members);
  const found = substitute === undefined ? [] : named(substitute, colleagues);
  const errors = {
    ...dayFaults(from, until, today),
    ...(substitute === undefined ? {} : substituteFaults(substitute, found, colleagues)),
  };
  const leave: Leave = {
    from: [from, today].toSorted().at(-1) ?? from,
    until,
    ...(found[0] ? { substitute: found[0].id } : {}),
  };
  return { leave, errors, members, perhaps: substitute === undefined ? [] : perhapsNamed(substitute, colleagues) };
}

function write(
  { change, who, now }: MemberTurn,
  leave: Leave,
  overlap: InputOf<'take-leave'>['overlap'],
): Promise<Member> {
  return change('members', memberAt(who), (member) => {
    if (!member) throw Refusal.because('unknown-person');
    const leaves = changed(member.leave ?? [], leave, overlap, dayOf(now));
    return JSON.stringify(leaves) === JSON.stringify(member.leave) ? member : { ...member, leave: [...leaves] };
  });
}

function changed(leaves: readonly Leave[], leave: Leave, overlap: InputOf<'take-leave'>['overlap'], today: Day) {
  if (overlap === 'join') return joined(leaves, leave);
  return overlap === 'replace' ? replaced(leaves, leave, today) : withLeave(leaves, leave);
}

function dayFaults(from: Day, until: Day, today: Day): Record<string, string> {
  if (until < from) return { until: `最終日は、初日の${shortDate(from)}かそのあとの日にしてください。` };
  if (daysBetween(from, until) >= LONGEST_DAYS) return { until: '休みは1年以内の期間で登録してください。' };
  if (until >= today) return {};
  const year = Number(until.slice(0, 4)) + 1;
  return {
    from: `${shortDate(until)}は過ぎています。来年のことなら、年から書いてください（例: ${year}${from.slice(4)}）。`,
  };
}

function substituteFaults(
  said: string,
  found: readonly Member[],
  colleagues: readonly Member[],
): Record<string, string> {
  if (found.length === 1) return {};
  if (colleagues.length === 0)
    return { substitute: '代理をお願いできる方が名簿にいません。代理なしで登録してください。' };
  if (found.length > 1) return { substitute: `「${said}」さんが${found.length}人います。一覧から選んでください。` };
  return { substitute: `「${said}」さんは同じ市町村の名簿にいません。一覧から選んでください。` };
}

async function formFor(
  turn: MemberStart,
  given: Partial<InputOf<'take-leave'>>,
  errors: Record<string, string>,
): Promise<ReturnType<typeof leaveForm>> {
  const colleagues = colleaguesOf(turn.who, await activeMembers(turn.store));
  const chosen = given.substitute === undefined ? [] : named(given.substitute, colleagues);
  const { from, until } = given;
  return leaveForm({
    given: {
      ...(from === undefined ? {} : { from }),
      ...(until === undefined || until === from ? {} : { until }),
      ...(chosen.length === 1 ? { substitute: chosen[0]?.id } : {}),
    },
    errors: colleagues.length > 0 || !errors['substitute'] ? errors : { ...errors, from: errors['substitute'] },
    colleagues: colleagues.map(({ id, name, office }) => ({ value: id, label: `${name}（${office}）` })),
  });
}
