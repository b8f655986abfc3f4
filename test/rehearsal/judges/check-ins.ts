import { dayOf, shortDate } from '../../../programme/day.ts';
import type { Law } from './judge.ts';

const CARD = /^【?(\d+\/\d+\(月\))の週の報告/;
/** What the nudge adds to it. */
const NUDGE = /まだ報告をいただいていません|ありがとうございます。残り/;

/** Whether it is the weekly card itself. */
export const isCard = (words: string): boolean => CARD.test(words) && !NUDGE.test(words);

/** One weekly card a municipality and week, on the week's first open day; none in the week of the New Year. */
export const checkIns: Law = {
  called: '週次報告は、開庁日のある週に1回だけ、市町村ごとに1人へ',
  async finally({ got, content }, { towns, mondays }) {
    const townOf = new Map(content.members.map(({ email, municipalities: [code] }) => [email, code]));
    const since = `${mondays[0]}`;
    const cards = got.filter(({ at, words }) => dayOf(at) >= since && isCard(words));
    return towns.flatMap(({ code, name }) => {
      const own = cards.filter(({ to }) => townOf.get(to) === code);
      const weeks = new Set(own.map(({ words }) => CARD.exec(words)?.[1]));
      const lacking = mondays.filter((monday) => !weeks.has(shortDate(monday)));
      const isEach = lacking.length === 0 && own.length === mondays.length;
      return isEach ? [] : [`${name}: ${own.length} cards, not ${mondays.length}; none of ${lacking.join('、')}`];
    });
  },
};
