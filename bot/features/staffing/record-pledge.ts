import type { InputOf } from '../../../programme/asks.ts';
import { fullDate } from '../../../programme/day.ts';
import { boundBy } from '../../../programme/duty.ts';
import { type Member, members, roleNames } from '../../../programme/member.ts';
import { isOfContractor } from '../../../programme/staffing/contractor-person.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, putOf, settingCommand } from '../../setting-change.ts';
import type { MemberStart } from '../../turn.ts';
import { named } from '../people/people.ts';
import { isCard, memberMeant, refusedFor, rosterIn, stillLacking } from '../roster/roster.ts';

export const recordPledge = defineCommand({
  name: 'record-pledge',
  says: ['誓約'],
  help: '派遣人材・事務局の方の秘密保持の誓約の日を記録します。誓約のない方は使えません。',
  example: '誓約 山田 10/1',
  english: 'Record on which day somebody gave the pledge of secrecy.',
  group: { title: '途中の変更', order: 16 },
  about: 'member',
  privately: true,
  writes: true,
  wished: [
    {
      like: /^(?<who>[^、。\s]+?)(?:さん|様)(?:の誓約書?[をがは]|から誓約書?を)(?<day>\d{1,2}[/月]\d{1,2}日?)[にで]?[、\s]*(?:受け取|受領|もら|頂|いただ|出|提出)[^、。\s]*/u,
      as: '誓約 $<who> $<day> ',
    },
    {
      like: /^(?<who>[^、。\s]+?)(?:さん|様)の誓約(?:書|日)?[をは](?<day>\d{1,2}[/月]\d{1,2}日?)[にで](?:して|記録)[^、。\s]*/u,
      as: '誓約 $<who> $<day> ',
    },
  ],
  ...settingCommand<'record-pledge', InputOf<'record-pledge'>, MemberStart>('record-pledge', draft),
});

async function draft(input: InputOf<'record-pledge'>, turn: MemberStart): Promise<Drafted> {
  const { store } = turn;
  const roster = await rosterIn(store);
  // Whoever gives no pledge is only meant where nobody else of that name does.
  const pledging = roster.members.filter(isOfContractor);
  const isOfOthers =
    named(
      input.member,
      pledging.filter(({ active }) => active),
    ).length === 0;
  const found = memberMeant('record-pledge', input, isOfOthers ? roster : { ...roster, members: pledging });
  if (isCard(found)) return { card: found };
  if (!isOfContractor(found))
    return refusedFor(
      `${found.name}さんは${roleNames[found.role]}です。誓約の記録は、派遣人材と事務局の方だけに要ります。`,
    );
  const after: Member = { ...found, pledged: input.day };
  const lacking = await stillLacking(after, turn);
  const isBinding = boundBy(roster.members.filter(({ active }) => active)).includes('pledged');
  return {
    title: `誓約 ${found.name}さん`,
    lines:
      found.pledged === input.day
        ? []
        : [{ what: `${found.name}さん 誓約日`, before: pledgeSaid(found), after: fullDate(input.day) }],
    notes: [
      ...lacking,
      ...(isBinding || lacking.length > 0 ? [] : ['名簿に「誓約日」の列がないため、誓約のない方も使えます。']),
    ],
    puts: [putOf(store, members.name, found, after)],
  };
}

const pledgeSaid = ({ pledged }: Member): string =>
  pledged === undefined || pledged === 'none' ? 'なし' : fullDate(pledged);
