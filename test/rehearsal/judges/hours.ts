import { dayOf } from '../../../programme/day.ts';
import { isOpen } from '../calendar.ts';
import type { Law } from './judge.ts';

const timeOf = (at: Date): string => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(11, 16);
const [OPENS, CLOSES] = ['08:30', '17:30'];

/** Nothing on a closed day or at night, but an accident. */
export const hours: Law = {
  called: '閉庁日と夜には、事故のほかは何も届かない',
  daily: async (day, got) =>
    got.flatMap(({ at, to, words }) => {
      const isOffice = isOpen(dayOf(at)) && timeOf(at) >= OPENS && timeOf(at) < CLOSES;
      return isOffice || words.includes('事故') ? [] : [`${day} ${timeOf(at)} ${to}: ${words.slice(0, 40)}`];
    }),
};
