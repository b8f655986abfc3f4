import type { Leave } from '../../../programme/absence.ts';
import { addDays, type Day } from '../../../programme/day.ts';
import { mayNamePeople } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import { askedOf } from '../../../programme/people/asking.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import type { MemberTurn } from '../../turn.ts';
import { chatsOf } from '../people/people.ts';

/** Who is asked for the person's municipalities while they are away: a sentence each. */
export async function meanwhile(
  leave: Leave,
  members: readonly Member[],
  turn: MemberTurn,
): Promise<readonly string[]> {
  const { who, store } = turn;
  if (who.role !== 'municipal') return [];
  const named = mayNamePeople(turn.room.audience);
  const [own, chats] = await Promise.all([supportedMunicipalities(store, who.municipalities), chatsOf(store)]);
  const hasChat = ({ id }: Member) => chats(id).length > 0;
  return own.flatMap(({ code, name }) => sentences(`${name}の週次報告`, { code, leave, members, who, named, hasChat }));
}

type Away = {
  readonly code: string;
  readonly leave: Leave;
  readonly members: readonly Member[];
  readonly who: Member;
  readonly named: boolean;
  /** Whether anything sent to them arrives. */
  readonly hasChat: (member: Member) => boolean;
};

function sentences(what: string, { code, leave, members, who, named, hasChat }: Away): string[] {
  const nameOf = (member: Member) => (named ? `${member.name}さん` : '同じ市町村の担当の方');
  const present = members.map((member) => (member.id === who.id ? { ...member, leave: [] } : member));
  const usual = askedOf(code, present, leave.from);
  if (usual.why === 'switched-off') return [`${what}は「受け取らない」の設定のため、お聞きしていません。`];
  if (usual.who && usual.who.id !== who.id) return [`${what}は、これまでどおり${nameOf(usual.who)}にお聞きします。`];
  const asked = daysOf(leave).map((day) => askedOf(code, members, day).who);
  const standIns = [...new Set(asked.flatMap((member) => member ?? []))];
  const stand = [...new Set(standIns.map(nameOf))];
  const unreached = [...new Set(standIns.filter((member) => !hasChat(member)).map(nameOf))].join('と');
  return [
    ...(stand.length > 0 ? [`休みの間、${what}は${stand.join('と')}にお聞きします。`] : []),
    ...(unreached
      ? [
          `${unreached}はまだ伴走ボットとのチャットを開いていないため、このままでは届きません。伴走ボットに「ヘルプ」と送るよう、お伝えください。`,
        ]
      : []),
    ...(asked.includes(undefined)
      ? [`${what}を代わりにお聞きする方がいない日があります。その分は、復帰した日にまとめて1回お聞きします。`]
      : []),
  ];
}

function daysOf({ from, until }: Leave): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}
