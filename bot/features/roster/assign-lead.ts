import type { InputOf } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { type Member, members } from '../../../programme/member.ts';
import { leadNote, rosterTrouble } from '../../../programme/roster/roster-change.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, putOf, settingCommand } from '../../setting-change.ts';
import type { MemberStart, MunicipalStart } from '../../turn.ts';
import { isCard, memberLines, memberMeant, refusedFor, rosterIn } from './roster.ts';

type Deciding = MunicipalStart & MemberStart;

export const assignLead = defineCommand({
  name: 'assign-lead',
  says: ['担当変更', '主担当変更'],
  help: '市町村の主担当（最初にお願いが届く方）を変えます。',
  example: '担当変更 山田',
  english: 'Change who of a municipality is asked first.',
  group: { title: '途中の変更', order: 5 },
  about: 'municipality',
  privately: true,
  writes: true,
  wished: [
    {
      like: /^(?:恐縮ながら、?|恐れ入りますが、?)?(?<where>[^\s、。]+?[市区町村])の主担当者?(?:の方)?[をは、](?:(?:きょう|今日|本日)から、?)?(?<who>[^、。\s]{2,12}?)(?:さん|様)?[にへ]お?(?:変え|替え|変更|改め|お願い)[^、。]*[。]?$/u,
      as: '担当変更 $<where> $<who> ',
      first: true,
    },
    {
      like: /^(?<where>\S+?[市区町村])の?主?担当者?[をは](?<who>[^、。]+?)(?:さん|様)?[にへ](?:[し変交替代な]|お願い|$)[^、。\s]*/u,
      as: '担当変更 $<where> $<who> ',
    },
  ],
  ...settingCommand<'assign-lead', InputOf<'assign-lead'>, Deciding>('assign-lead', draft),
});

async function draft(input: InputOf<'assign-lead'>, turn: Deciding): Promise<Drafted> {
  const { store, municipality, now, who: by } = turn;
  const roster = await rosterIn(store);
  const isHere = ({ active, role, municipalities }: Member) =>
    active && role === 'municipal' && municipalities.includes(municipality.code);
  const here = { ...roster, members: roster.members.filter(isHere) };
  const anywhere = memberMeant('assign-lead', input, named(here.members, input.member) ? here : roster);
  if (isCard(anywhere)) return { card: anywhere };
  if (!isHere(anywhere))
    return refusedFor(
      `${anywhere.name}さんは${municipality.name}の職員として名簿にありません。先に「名簿変更 ${anywhere.name} 担当 ${municipality.name}」か「名簿追加」で登録してください。`,
    );
  const before = here.members.filter(({ lead, id }) => lead || id === anywhere.id);
  const after = before.map((one) => ({ ...one, lead: one.id === anywhere.id }));
  const then = { ...roster, members: roster.members.map((one) => after.find(({ id }) => id === one.id) ?? one) };
  const trouble = before.map((one, at) => rosterTrouble(one, after[at] ?? one, by, then)).find(Boolean);
  if (trouble) return refusedFor(trouble);
  const note = leadNote(anywhere, dayOf(now));
  const pairs = before.map((one, at) => [one, after[at] ?? one] as const);
  return {
    title: '担当変更',
    municipality,
    lines: pairs.flatMap(([was, is]) => memberLines(was, is, roster.municipalities)),
    notes: note ? [note] : [],
    puts: pairs.map(([was, is]) => putOf(store, members.name, was, is)),
  };
}

const named = (members: readonly Member[], said: string): boolean =>
  members.some(({ id, name }) => id === said || name.replace(/\s/g, '').startsWith(said.replace(/\s/g, '')));
