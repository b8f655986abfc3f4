import { z } from 'zod';
import { inputMeta } from '../input-meta.ts';
import { daySaidBack, shownAs } from '../shown.ts';

/** 9/31 is kept as it was said, and there is no such day. */
const comparedDay = () =>
  z.iso.date({ error: ({ input }) => `「${String(input)}」は暦にない日です。9/30 のように入力してください` });

/** The two days that are compared. */
export const from = comparedDay().register(inputMeta, {
  title: '前の日',
  reads: 'comparedDay',
  shown: shownAs(9, '前の日', daySaidBack),
});
export const until = comparedDay().register(inputMeta, {
  title: 'あとの日',
  reads: 'comparedDay',
  second: true,
  shown: shownAs(10, 'あとの日', daySaidBack),
});

/** What is to be shown of all of them is still to be chosen; the sentence says so. */
export const which = z.literal('ask').register(inputMeta, { title: '並べるもの', reads: 'hidden' });

/** Which of the two a row of all municipalities leads to; the sentence says it. */
export const opens = z.enum(['roadmap', 'plan']).register(inputMeta, { title: '開くもの', reads: 'hidden' });
