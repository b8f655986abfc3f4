import { z } from 'zod';
import { inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';

/** 圏域: those of the programme's municipalities. */
export const area = words(40).register(inputMeta, {
  title: '圏域',
  reads: 'area',
  shown: shownAs(30, '圏域'),
});

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
