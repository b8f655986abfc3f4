import { z } from 'zod';
import { Day } from '../day.ts';
import { inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { TimeOfDay } from './meeting.ts';
import { MinutesSharing, MinutesText } from './minutes-text.ts';
import { LONGEST_SERIES } from './schedule.ts';

/** A meeting by its id, or as people name it: 第4回, 12/17, part of its title. */
export const meeting = words(80).register(inputMeta, {
  title: '会議',
  reads: 'meeting',
  shown: shownAs(8, '会議', (said) => daySaidBack(said) ?? said),
});
export const title = words(80).register(inputMeta, { title: '会議名', reads: 'text', named: true, maxLength: 80 });
export const day = z
  .string()
  .pipe(Day)
  .register(inputMeta, {
    title: '日付',
    reads: 'day',
    shown: shownAs(9, '日付', daySaidBack),
  });
export const start = z.string().pipe(TimeOfDay).register(inputMeta, { title: '開始', reads: 'time' });
export const end = z.string().pipe(TimeOfDay).register(inputMeta, { title: '終了', reads: 'time', second: true });
export const place = words(100).register(inputMeta, {
  title: '場所',
  reads: 'place',
  marker: '場所',
  markerAlone: true,
  named: true,
  maxLength: 100,
});
/** A set, as a list or between 「、」: circles, codes and members' ids, or what people call them. */
export const audience = z
  .preprocess((said) => (Array.isArray(said) ? said.join('、') : said), words(600))
  .register(inputMeta, { title: '対象', reads: 'invited', marker: '対象', markerAlone: true });
/** Whoever comes beside those that were chosen, by name. */
export const others = words(600).register(inputMeta, { title: 'ほかの方', reads: 'hidden', maxLength: 600 });
export const repeat = z.enum(['once', 'monthly']).register(inputMeta, { title: '繰り返し', reads: 'repeat' });
/** The days of a series that were shown, so that exactly those are taken. */
export const days = z.array(Day).min(1).max(LONGEST_SERIES).register(inputMeta, { title: '日程', reads: 'hidden' });
/** The number of the first meeting of a series. */
export const first = z.coerce.number().int().positive().register(inputMeta, { title: '最初の回', reads: 'hidden' });
export const meetings = z
  .array(z.string().max(120))
  .min(1)
  .max(LONGEST_SERIES)
  .register(inputMeta, { title: '会議', reads: 'hidden' });
/** Someone was shown what will happen, and said yes. */
export const confirm = z.literal('yes').register(inputMeta, { title: '確認', reads: 'hidden' });
export const substitute = z
  .preprocess((said) => (typeof said === 'string' ? said.trim().replace(/(さん|様)$/, '') : said), words(40))
  .register(inputMeta, {
    title: '代わりに出席する方',
    reads: 'text',
    marker: '代理',
    maxLength: 40,
    shown: shownAs(12, '代理'),
  });
/** Somebody else comes; who, is still to be said. */
export const proxy = z.string().max(3).register(inputMeta, { title: '代理', reads: 'hidden', marker: '代理' });
export const past = z.string().max(3).register(inputMeta, { title: '過去', reads: 'hidden', marker: '過去' });
export const text = words(300).register(inputMeta, {
  title: '議題',
  reads: 'text',
  maxLength: 300,
  shown: shownAs(15, '内容'),
});
/** The topic to take off an agenda. */
export const drop = z.string().max(200).register(inputMeta, { title: '取り下げる議題', reads: 'hidden' });
export const decisions = words(2000).register(inputMeta, { title: '決定事項', reads: 'text', maxLength: 2000 });

const isWritten = (said: unknown) => typeof said === 'string' && said.trim() !== '';
const writtenOnly = (said: unknown) =>
  typeof said === 'object' && said !== null
    ? Object.fromEntries(Object.entries(said).filter(([, text]) => isWritten(text)))
    : said;
/** The parts of the minutes form beside the decisions; one that is left empty stays as it was. */
export const texts = z
  .preprocess(writtenOnly, z.partialRecord(MinutesText, words(2000)))
  .register(inputMeta, { title: '議事録の本文', reads: 'hidden' });
export const sharing = MinutesSharing.register(inputMeta, { title: '共有範囲', reads: 'hidden' });

const rowsOf = (said: unknown) => (typeof said === 'object' && said !== null ? Object.values(said) : said);
const row = z.object({
  who: z.string().max(60).optional(),
  what: z.string().trim().max(100).optional(),
  by: z.string().max(20).optional(),
});
/** Rows of the minutes form, as filled in; checked row by row so that one mistake loses nothing. */
export const actions = z
  .preprocess(rowsOf, z.array(row).max(10))
  .register(inputMeta, { title: '宿題', reads: 'hidden' });
export const action = z.string().max(200).register(inputMeta, { title: '宿題', reads: 'hidden' });
/** The member a 宿題 is given to. */
export const taker = z.string().max(60).register(inputMeta, { title: '担当する方', reads: 'hidden' });
/** Whose it was on the card that was pressed: somebody else's by now is shown first. */
export const owner = z.string().max(60).register(inputMeta, { title: '今の担当', reads: 'hidden' });
