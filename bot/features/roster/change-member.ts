import { changeMemberCard } from '../../../cards/roster/roster.ts';
import { emailIn } from '../../../programme/address.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { dutiesIn, dutyRoles, strangeDuty } from '../../../programme/duty.ts';
import { dutyNames, type Member, members, roleNames } from '../../../programme/member.ts';
import { type Roster, rosterTrouble, tidied } from '../../../programme/roster/roster-change.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, putOf, settingCommand } from '../../setting-change.ts';
import type { MemberStart } from '../../turn.ts';
import {
  handover,
  isCard,
  leftNotes,
  memberLines,
  memberMeant,
  municipalityCodesIn,
  refusedFor,
  rosterIn,
  townsOf,
} from './roster.ts';

type Wanted = InputOf<'change-member'>;
const FIELDS = ['email', 'name', 'office', 'chat', 'role', 'municipalities', 'duties'] as const;

export const changeMember = defineCommand({
  name: 'change-member',
  says: ['名簿変更'],
  help: '名簿の方のメール・氏名・所属・チャット・役割・担当市町村・役目を変えます。記録は引き継がれます。',
  example: '名簿変更 山田 hanako@town.example.jp',
  english: 'Change the e-mail, name, office, chat, role or municipalities of a person of the roster.',
  group: { title: '途中の変更', order: 3 },
  about: 'member',
  privately: true,
  writes: true,
  wished: [
    {
      like: /^(?:\S+?[市区町村]の)?(?<who>[^、。]+?)(?:さん|様)?の(?:メール(?:アドレス)?|アドレス)[がをは、]\s*(?<email>[^\s@]+@[\w.-]+)[^、。]*/u,
      as: '名簿変更 $<who> メール $<email> ',
    },
    {
      like: /^(?:\S+?[市区町村]の)?(?<who>[^、。]+?)(?:さん|様)?の(?:メール(?:アドレス)?|アドレス|所属|氏名|名前)を(?:変|直|修正)[^、。\s]*/u,
      as: '名簿変更 $<who> ',
    },
    {
      like: /^(?:\S+?[市区町村]の)?(?<who>[^、。]+?)(?:さん|様)[はが](?<name>[^、。]+?)(?:さん|様)に(?:なり|なっ|変わ|改姓)[^、。\s]*/u,
      as: '名簿変更 $<who> 氏名 $<name> ',
    },
  ],
  ...settingCommand<'change-member', Wanted, MemberStart>('change-member', draft),
});

async function draft(input: Wanted, { store, who: by }: MemberStart): Promise<Drafted> {
  const roster = await rosterIn(store);
  const found = memberMeant('change-member', input, roster);
  if (isCard(found)) return { card: found };
  const towns = townsOf(found, roster.municipalities);
  if (FIELDS.every((name) => input[name] === undefined)) return { card: changeMemberCard({ who: found, towns }) };
  const email = emailOf(input.email, found);
  if (email === 'none at all') return { card: changeMemberCard({ who: found, towns, errors: { email: BAD_EMAIL } }) };
  const after = withDuties(changed(found, input, email, roster), input);
  if (typeof after === 'string') return { card: changeMemberCard({ who: found, towns, errors: { duties: after } }) };
  const trouble = rosterTrouble(found, after, by, roster);
  if (trouble) return refusedFor(trouble);
  const { lines, puts, left } = await handover(store, found, after, roster);
  return {
    title: `名簿変更 ${found.name}さん`,
    lines: [...memberLines(found, after, roster.municipalities), ...lines],
    notes: [...(by.id === found.id ? ['ご自身の登録を変えます。'] : []), ...leftNotes(left)],
    puts: [putOf(store, members.name, found, after), ...puts],
  };
}

/** The 役目 that are said, or those that still fit the role; in a sentence why they cannot be. */
function withDuties(after: Member, { duties: said }: Wanted): Member | string {
  if (said === undefined) {
    const { duties } = after;
    return duties === undefined ? after : { ...after, duties: duties.filter((duty) => dutyRoles[duty] === after.role) };
  }
  const { duties, unknown } = dutiesIn(said);
  if (unknown !== undefined)
    return `「${unknown}」という役目はありません。${Object.values(dutyNames).join('・')}のどれかです。`;
  const next = { ...after, duties: [...duties] };
  const strange = strangeDuty(next);
  return strange ? `「${dutyNames[strange]}」は${roleNames[dutyRoles[strange]]}の方の役目です。` : next;
}

const BAD_EMAIL = 'メールアドレスとして読めません。半角で1つ入力してください（無くすときは「なし」）。';

/** Kept as it was where it is not mentioned; なし takes it away. */
function emailOf(said: string | undefined, { email }: Member): string | undefined {
  if (said === undefined) return email;
  return /^(なし|無し|無|ー|-)$/.test(said) ? undefined : (emailIn(said) ?? 'none at all');
}

function changed(found: Member, input: Wanted, email: string | undefined, roster: Roster): Member {
  const { email: _, ...rest } = found;
  const { name = found.name, office = found.office, chat = found.chat, role = found.role } = input;
  const municipalities =
    input.municipalities === undefined
      ? found.municipalities
      : municipalityCodesIn(input.municipalities, roster.municipalities);
  return tidied({ ...rest, name, office, chat, role, municipalities, ...(email === undefined ? {} : { email }) });
}
