import { z } from 'zod';
import { ChannelName } from '../channel.ts';
import { Day } from '../day.ts';
import { inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';

/** 月 to 金, as `WeeklySlot` counts them. */
export const weekdayChoices = ['月', '火', '水', '木', '金'].map((name, at) => ({
  value: String(at + 1),
  label: `${name}曜日`,
}));
/** Every half hour from 9:00 to 17:00. */
export const timeChoices = Array.from({ length: 17 }, (_, at) => {
  const time = `${String(9 + Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`;
  return { value: time, label: time };
});
const values = (choices: readonly { value: string }[]) => choices.map(({ value }) => value) as [string, ...string[]];

export const day = z
  .enum(values(weekdayChoices), '曜日は月から金の中から選んでください')
  .register(inputMeta, { title: '曜日', reads: 'weekday' });
export const time = z
  .enum(values(timeChoices), '時刻は9:00から17:00まで、30分ごとに選んでください')
  .register(inputMeta, { title: '時刻', reads: 'officeTime' });
export const channel = ChannelName.register(inputMeta, { title: '届けるチャット', reads: 'channel' });
export const off = z.enum(['yes', 'true', 'false']).register(inputMeta, {
  title: '受け取らない',
  reads: 'hidden',
  marker: '受け取らない',
  denies: true,
});
/** Back to what the programme has set. */
export const reset = z.literal('yes').register(inputMeta, { title: '標準に戻す', reads: 'hidden', marker: '標準' });

export const from = z
  .string()
  .pipe(Day)
  .register(inputMeta, {
    title: '休みの初日',
    reads: 'day',
    shown: shownAs(10, '初日', daySaidBack),
  });
export const until = z
  .string()
  .pipe(Day)
  .register(inputMeta, {
    title: '休みの最終日',
    reads: 'day',
    second: true,
    shown: shownAs(11, '最終日', daySaidBack),
  });
/** A colleague by id, or as people call them. */
export const substitute = z
  .preprocess((said) => (typeof said === 'string' ? said.trim().replace(/(さん|様)$/, '') : said), words(40))
  .register(inputMeta, {
    title: '代理の方',
    reads: 'text',
    marker: '代理',
    maxLength: 40,
    shown: shownAs(12, '代理'),
  });
/** What becomes of leaves that share days: one of all of them, or the new one instead. */
export const overlap = z.enum(['join', 'replace']).register(inputMeta, { title: '重なる休み', reads: 'hidden' });
/** The first day of the leave that is meant. */
export const leave = z.string().pipe(Day).register(inputMeta, { title: '休み', reads: 'hidden' });

/** A delivery and where it is kept. */
export const delivery = z.string().max(200).register(inputMeta, { title: '配信', reads: 'hidden' });
export const partition = z
  .string()
  .regex(/^(_programme|m-\d{6})$/)
  .register(inputMeta, { title: '置き場所', reads: 'hidden' });
