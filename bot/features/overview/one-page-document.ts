import { addDays, Day, dayOf, fullDate, instantOf } from '../../../programme/day.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { onePageFile } from './one-page-file.ts';
import { readOnePage } from './read-one-page.ts';

/** 1枚 for the operator: as of now, or of the end of a day of the programme. Its id is the day. */
export const onePageDocument: HandedOut = {
  name: '1枚',
  called: '事業の状況（A4 1枚）',
  ending: '.docx',

  async make(id, from) {
    const day = Day.safeParse(id);
    if (!day.success || !isWithin(day.data, from)) return undefined;
    const end = new Date(instantOf(addDays(day.data, 1)).getTime() - 1);
    const now = end < from.now ? end : from.now;
    return onePageFile(await readOnePage({ ...from, now }), from.now);
  },

  pick: async ({ day, municipality }, { now }) => (municipality === undefined ? (day ?? dayOf(now)) : undefined),

  list: async ({ now }) => [[dayOf(now), `${fullDate(dayOf(now))}現在（--day で、ほかの日の終わりの時点）`]],
};

const isWithin = (day: Day, { programme, now }: Making): boolean => day >= programme.start && day <= dayOf(now);
