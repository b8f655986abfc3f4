import { pledgesCard } from '../../../cards/staffing/pledges.ts';
import { dayOf } from '../../../programme/day.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import { lackingSaid } from '../../../programme/no-access.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isOfContractor } from '../../../programme/staffing/contractor-person.ts';
import { defineCommand } from '../../command.ts';
import { activeMembers } from '../people/people.ts';

const PAGE = 8;

export const showPledges = defineCommand({
  name: 'show-pledges',
  says: ['誓約一覧'],
  help: '秘密保持の誓約の日と、今日使えない方とその理由を確かめます。',
  example: '誓約一覧',
  english: 'See who has given the pledge of secrecy, and who has no access.',
  group: { title: '体制のこと', order: 20 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['誓約一覧', '誓約の一覧', '誓約していない', '誓約のない'], wins: 540, looks: true },

  async run({ page = 1 }, turn) {
    const { who, store, now, room } = turn;
    if (!mayNamePeople(room.audience)) throw Refusal.because('only-one-to-one', {});
    const people = (await activeMembers(store)).filter(isOfContractor);
    const lacks = await turn.admission(store, people, dayOf(now));
    const rows = people.map((one) => {
      const no = lacks(one);
      return { who: one, lacks: no && lackingSaid(no) };
    });
    const order = rows.toSorted(
      (a, b) =>
        Number(b.lacks !== undefined) - Number(a.lacks !== undefined) || a.who.name.localeCompare(b.who.name, 'ja'),
    );
    const { shown, at, pages } = pageOf(order, page, PAGE);
    return {
      card: pledgesCard({
        rows: shown,
        all: rows.length,
        without: rows.filter((row) => row.lacks !== undefined).length,
        page: at,
        pages,
        today: dayOf(now),
        mayWrite: may(who, 'steer', undefined, room.audience) && room.audience === undefined,
      }),
    };
  },
});
