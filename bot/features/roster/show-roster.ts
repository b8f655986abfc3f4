import { memberCard, rosterCard } from '../../../cards/roster/roster.ts';
import { members as kind, type Member, Role, roleNames } from '../../../programme/member.ts';
import { pageOf } from '../../../programme/page.ts';
import { plainName } from '../../../programme/person-name.ts';
import type { Roster } from '../../../programme/roster/roster-change.ts';
import { defineCommand } from '../../command.ts';
import { settingChangesIn } from '../../setting-change.ts';
import type { Turn } from '../../turn.ts';
import { isCard, memberMeant, municipalityCodesIn, rosterIn, townsOf } from './roster.ts';

const PAGE = 8;

export const showRoster = defineCommand({
  name: 'show-roster',
  says: ['名簿', '名簿を見る'],
  help: '名簿の方を確かめます。氏名か市町村名でしぼれます。',
  example: '名簿',
  english: 'Show the people of the roster.',
  group: { title: '途中の変更', order: 1 },
  needs: 'steer',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  wished: [
    { like: /^(?:(?<where>[^、。]+?)の)?名簿[をは]?(?:[見出確]|表示|教え|お?願|$)[^、。\s]*/u, as: '名簿 $<where> ' },
    {
      like: /^(?<where>\S+?[市区町村])の?主?担当者?(?:さん)?(?:は|って)?(?:誰|だれ|どなた)[^、。\s]*/u,
      as: '名簿 $<where> ',
    },
    {
      like: /^(?:\S+?[市区町村]の)?(?<who>[^、。]+?)(?:さん|様)の(?:連絡先|メール(?:アドレス)?|所属)[はを]?(?:教え|何|なに|知り|[?？]|$)[^、。\s]*/u,
      as: '名簿 $<who> ',
    },
  ],

  async run({ municipality: said, member, page = 1 }, turn) {
    const roster = await rosterIn(turn.store);
    const role = Role.options.find((each) => roleNames[each] === plainName(member ?? ''));
    if (member !== undefined && !role) {
      const who = memberMeant('show-roster', { member }, roster);
      return { card: isCard(who) ? who : await personCard(who, roster, turn) };
    }
    const [code] = said === undefined ? [] : municipalityCodesIn(said, roster.municipalities);
    const here = roster.members
      .filter(({ active, municipalities }) => active && (code === undefined || municipalities.includes(code)))
      .filter((who) => role === undefined || who.role === role)
      .toSorted(inOrder);
    const { shown: people, at, pages } = pageOf(here, page, PAGE);
    return {
      card: rosterCard({
        people: people.map((who) => ({ who, towns: townsOf(who, roster.municipalities) })),
        all: here.length,
        page: at,
        pages,
        municipality: roster.municipalities.find((one) => one.code === code),
        role,
      }),
    };
  },
});

/** Municipalities in the order of their codes, and who leads first; who sees everything comes last. */
const inOrder = (a: Member, b: Member): number =>
  (a.municipalities[0] ?? '~').localeCompare(b.municipalities[0] ?? '~') ||
  Number(b.lead) - Number(a.lead) ||
  a.name.localeCompare(b.name, 'ja');

async function personCard(who: Member, roster: Roster, { store }: Turn) {
  const changes = await settingChangesIn(store);
  const change = changes.findLast(
    ({ parts, undone }) => !undone && parts.some((part) => part.kind === kind.name && part.id === who.id),
  );
  const name = roster.members.find(({ id }) => id === change?.by)?.name ?? '事務局';
  return memberCard({ who, towns: townsOf(who, roster.municipalities), last: change && { change, name } });
}
