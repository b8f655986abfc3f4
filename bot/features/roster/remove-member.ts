import type { InputOf } from '../../../programme/asks.ts';
import { members } from '../../../programme/member.ts';
import { rosterTrouble } from '../../../programme/roster/roster-change.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, putOf, settingCommand } from '../../setting-change.ts';
import type { MemberStart } from '../../turn.ts';
import { handover, isCard, leftNotes, memberLines, memberMeant, refusedFor, rosterIn } from './roster.ts';

export const removeMember = defineCommand({
  name: 'remove-member',
  says: ['名簿から外す', '名簿削除'],
  help: '異動や退職の方を名簿から外します。その時から使えなくなり、記録は残ります。',
  example: '名簿から外す 山田',
  english: 'Take somebody off the roster: access ends, records stay.',
  group: { title: '途中の変更', order: 4 },
  about: 'member',
  privately: true,
  writes: true,
  wished: [
    {
      like: /^(?:\S+?[市区町村]の)?(?<who>[^、。\s]{2,12}?)(?:さん|様)?(?:が|は)[^、。]{0,20}?(?:異動|退職|転出|離任|休職)[^、。]{0,12}?(?:ので|ため|から)、?名簿から(?:外|はず|削除|消|除)[^、。\s]*[。]?$/u,
      as: '名簿から外す $<who> ',
    },
    {
      like: /^(?:\S+?[市区町村]の)?(?<who>[^、。]+?)(?:さん|様)?を名簿から(?:外|はず|削除|消|除)[^、。\s]*/u,
      as: '名簿から外す $<who> ',
    },
  ],
  ...settingCommand<'remove-member', InputOf<'remove-member'>, MemberStart>('remove-member', draft),
});

async function draft(input: InputOf<'remove-member'>, { store, who: by }: MemberStart): Promise<Drafted> {
  const roster = await rosterIn(store);
  const gone = roster.members.find(({ id, active }) => id === input.member && !active);
  if (gone) return { title: `名簿から外す ${gone.name}さん`, lines: [], puts: [] };
  const found = memberMeant('remove-member', input, roster);
  if (isCard(found)) return { card: found };
  const after = { ...found, active: false };
  const trouble = rosterTrouble(found, after, by, roster);
  if (trouble) return refusedFor(trouble);
  const { lines, puts, left } = await handover(store, found, after, roster);
  return {
    title: `名簿から外す ${found.name}さん`,
    lines: [...memberLines(found, after, roster.municipalities), ...lines],
    notes: ['その時から使えなくなります。報告などの記録は残ります。', ...leftNotes(left)],
    puts: [putOf(store, members.name, found, after), ...puts],
  };
}
