import { ask } from '../../programme/asks.ts';
import { type Day, dayOf, shortDate } from '../../programme/day.ts';
import { type FitAnswer, fitOccasionNames } from '../../programme/visits/fit-answer.ts';
import type { Row } from '../card.ts';

export type OverdueRecord = {
  readonly municipality: string;
  readonly town: string;
  readonly expert: string;
  readonly day: Day;
  readonly due: Day;
};

/** A visit whose record should be there by now. */
export const overdueRow = ({ municipality, town, expert, day, due }: OverdueRecord): Row => ({
  title: `${town} ${shortDate(day)}の訪問記録`,
  detail: `${expert}さん・期限 ${shortDate(due)}`,
  tone: 'attention',
  ask: ask('show-visits', { municipality }),
});

export type Worry = { readonly answer: FitAnswer; readonly town: string; readonly expert: string };

/** 気になる, by one side of a pair. */
export const worryRow = ({ answer, town, expert }: Worry): Row => ({
  title: `${town} ${fitOccasionNames[answer.occasion]}: 気になる`,
  detail: `${answer.side === 'expert' ? '派遣人材' : '市町村'}から・${expert}さん・${shortDate(dayOf(new Date(answer.at)))}`,
  tone: 'attention',
  ask: ask('show-dispatch', { municipality: answer.municipality }),
});
