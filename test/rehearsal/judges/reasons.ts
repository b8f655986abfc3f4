import { shortDate } from '../../../programme/day.ts';
import type { Law } from './judge.ts';

/** なぜ shows the last so many. */
const SHOWN = 8;
/** Characters of a message that name it. */
const BEGINNING = 40;

/** Everybody who got something asks なぜ in the evening, and is told of each. */
export const reasons: Law = {
  called: '届いたお知らせは全て「なぜ」で説明できる',
  async daily(day, got, { who }) {
    const people = new Set(got.map(({ to }) => to).filter((to) => to.includes('@')));
    const wrong: string[] = [];
    for (const email of people) {
      const came = got.filter(({ to }) => to === email).map(({ words: said }) => said.slice(0, BEGINNING));
      const count = came.length;
      const { words } = await who(email).say('なぜ', /これまでのお知らせ/);
      const told = words.slice(words.indexOf('これまでのお知らせ')).split(`${shortDate(day)} `).length - 1;
      if (told < Math.min(count, SHOWN)) wrong.push(`${day} ${email}: ${told} are told of, not ${came.join('|')}`);
    }
    return wrong;
  },
};
