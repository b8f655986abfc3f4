import { emailIn } from '../../../programme/address.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { blanksOf } from '../../../programme/duty.ts';
import { type Member, members, sameEmail } from '../../../programme/member.ts';
import { invitationLetter } from '../../../programme/people/invitation.ts';
import { type Roster, rosterTrouble, tidied } from '../../../programme/roster/roster-change.ts';
import { newMemberId } from '../../../storage/ids.ts';
import { defineCommand, type InputTrouble } from '../../command.ts';
import { type Drafted, putOf, settingCommand } from '../../setting-change.ts';
import type { MemberStart, Turn } from '../../turn.ts';
import { issueCode, standingCodes } from '../../who/accounts.ts';
import { memberLines, municipalityCodesIn, refusedFor, rosterIn, sameAs, stillLacking } from './roster.ts';

type Wanted = InputOf<'add-member'>;

export const addMember = defineCommand({
  name: 'add-member',
  says: ['名簿追加', '人を足す'],
  help: '名簿に人を足し、その方に送る招待の文面を作ります。',
  example: '名簿追加 佐藤 花子 事務局 Teams 所属 運営事務局',
  english: 'Add a person to the roster and get the invitation to send.',
  group: { title: '途中の変更', order: 2 },
  about: 'member',
  privately: true,
  writes: true,
  wished: [
    {
      // Who has come is said in front.
      like: /^[^。\n]{0,40}(?:来|着任|配属|異動|加わ)[^。\n]{0,12}。\s*名簿追加[\s　]+(?<rest>[^。\n]+)$/u,
      as: '名簿追加 $<rest>',
      first: true,
    },
    {
      like: /^(?<name>[^、。]+?)(?:さん|様)[がは](?<office>(?<where>\S+?[市区町村])\S*?)に(?:来|着任|配属|加わ|入)[^、。\s]*[。、]?(?:メール(?:アドレス)?は?\s*(?<email>[^\s@]+@[\w.-]+)(?:です)?)?/u,
      as: '名簿追加 $<name> $<where> メール $<email> 所属 $<office> ',
    },
    {
      like: /^名簿に(?:[^、。\n]{1,6}?人|新しい[^、。\n]{1,6}?)?を?(?:追加|加え|足[しす])[^、。\n]*[。]?$/u,
      as: '名簿追加',
    },
  ],

  check({ role, municipalities, email }): readonly InputTrouble<keyof Wanted>[] {
    const lacksTown = (role === 'municipal' || role === 'expert') && municipalities === undefined;
    const badEmail = email !== undefined && emailIn(email) === undefined;
    return [
      ...(lacksTown ? [{ input: 'municipalities' } as const] : []),
      ...(badEmail
        ? [{ input: 'email', problem: 'メールアドレスとして読めません。半角で1つ入力してください。' } as const]
        : []),
    ];
  },
  ...settingCommand<'add-member', Wanted, MemberStart>('add-member', draft),
});

async function draft(input: Wanted, turn: MemberStart): Promise<Drafted> {
  const { store, who: by } = turn;
  const roster = await rosterIn(store);
  const { before, after } = personOf(input, roster);
  const title = `名簿追加 ${after.name}さん`;
  // The same once more: a second press is told so, and nobody is added twice.
  if (before?.active) return { title, lines: [], puts: [] };
  const trouble = rosterTrouble(undefined, after, by, roster);
  if (trouble) return refusedFor(trouble);
  return {
    title,
    lines: memberLines(undefined, after, roster.municipalities),
    notes: [
      ...(before ? ['前に名簿にいた方です。同じ方として記録を引き継ぎます。'] : []),
      ...(await stillLacking(after, turn)),
    ],
    puts: [putOf(store, members.name, before, after, { active: false })],
    after: (turn) => letterTo(after, turn),
  };
}

/** Somebody with the same e-mail and name is the same person, come back; nobody else is taken for somebody known. */
function personOf(input: Wanted, roster: Roster): { readonly before: Member | undefined; readonly after: Member } {
  const { name, role, office, chat } = input;
  const email = input.email === undefined ? undefined : emailIn(input.email);
  const municipalities =
    input.municipalities === undefined ? [] : municipalityCodesIn(input.municipalities, roster.municipalities);
  const before = roster.members.find(
    (one) => sameAs(one, input) && one.email !== undefined && email !== undefined && sameEmail(one.email, email),
  );
  const person = { name, role, office, municipalities, chat, lead: false, active: true, ...(email ? { email } : {}) };
  const blanks = blanksOf(roster.members.filter(({ active }) => active));
  if (before) return { before, after: tidied({ ...blanks, ...before, ...person }) };
  const id = newMemberId({ email, name, office }, new Set(roster.members.map((one) => one.id)));
  return { before, after: tidied({ ...blanks, ...person, id }) };
}

/** What the secretariat pastes to the person, and to nobody else. */
async function letterTo(person: Member, { store, now, from }: Turn): Promise<readonly string[]> {
  const standing = (await standingCodes(store, now)).get(person.id);
  const { code, expires } = standing ?? (await issueCode(store, person.id, { ...from, command: 'add-member' }));
  return ['次の文面を、ご本人だけが読むところへ送ってください。', invitationLetter({ ...person, code, expires })];
}
