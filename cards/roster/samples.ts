import { ask } from '../../programme/asks.ts';
import type { Member } from '../../programme/member.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { changeMemberCard, memberCard, rosterCard } from './roster.ts';
import { rosterRefused, whichMember } from './which-member.ts';

const { officer, settingChange: change, town } = example;
const person = (at: number): Member => ({
  ...officer,
  id: `member-${at}`,
  name: `山田 ${'一二三四五六七八'[at]}郎`,
  lead: at === 0,
});
const eight = Array.from({ length: 8 }, (_, at) => ({ who: person(at), towns: town.name }));

/** The people of the roster, and who cannot go. */
export const rosterSamples: Samples = {
  roster: () => rosterCard({ people: eight, all: 150, page: 2, pages: 19, municipality: undefined }),
  member: () => memberCard({ who: officer, towns: town.name, last: { change, name: '高橋 誠' } }),
  'member-form': () =>
    changeMemberCard({ who: officer, towns: town.name, errors: { email: 'メールアドレスとして読めません。' } }),
  'which-member': () =>
    whichMember(
      '山田',
      eight.map(({ who, towns }) => ({ who, towns, ask: ask('remove-member', { member: who.id }) })),
    ),
  'roster-refused': () =>
    rosterRefused('小海町の主担当がいなくなります。先に「担当変更 小海町 氏名」で次の主担当を決めてください。'),
};
