import { z } from 'zod';
import { Day } from '../day.ts';
import { inputMeta } from '../input-meta.ts';
import { amount, words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';

const withoutTitle = (said: unknown) =>
  typeof said === 'string' ? said.trim().replace(/(さん|様)(を|に|の)?$/, '') : said;

/** Somebody of the roster who is to serve: an id, or as people call them. */
export const expert = z
  .preprocess(withoutTitle, words(40))
  .register(inputMeta, { title: '派遣人材', reads: 'text', named: true, maxLength: 40 });
/** The one whose place is taken. */
export const after = z
  .preprocess(withoutTitle, words(40))
  .register(inputMeta, { title: '前任の方', reads: 'text', marker: '前任', named: true, maxLength: 40 });
export const from = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '開始日', reads: 'day', marker: '開始', shown: shownAs(9, '開始日', daySaidBack) });
export const until = z
  .string()
  .pipe(Day)
  .register(inputMeta, {
    title: '終了日',
    reads: 'day',
    second: true,
    marker: '終了',
    shown: shownAs(10, '終了日', daySaidBack),
  });
const WHOLE_DAYS = '計画日数は、0から366までの日数で入力してください（例: 12）';
export const planned = amount()
  .refine((days) => Number.isInteger(days) && days >= 0 && days <= 366, WHOLE_DAYS)
  .register(inputMeta, { title: '計画日数', reads: 'number', marker: '計画' });
/** The day on which it was talked over with the prefecture. */
export const agreed = z
  .string()
  .pipe(Day)
  .register(inputMeta, {
    title: '県と協議した日',
    reads: 'day',
    marker: '協議',
    shown: shownAs(11, '県との協議', daySaidBack),
  });
/** Ids or names of items, 「、」-separated. */
export const themes = words(200).register(inputMeta, {
  title: 'テーマ（項目の番号）',
  reads: 'text',
  marker: 'テーマ',
  named: true,
  maxLength: 200,
  hint: '例: S1-3、S2-1',
});
export const sources = words(200).register(inputMeta, {
  title: '支援方針の出典',
  reads: 'text',
  marker: '出典',
  named: true,
  maxLength: 200,
  hint: '例: 前年度の調査報告書',
});
/** The assignment that is meant. */
export const assignment = z.string().max(80).register(inputMeta, { title: '派遣', reads: 'hidden' });

/** 派遣マッチング票 (様式 FM-05), in its words. */
export const problems = words(1000).register(inputMeta, {
  title: '現状・課題',
  reads: 'text',
  marker: '課題',
  ownWords: true,
  maxLength: 1000,
});
export const goal = words(500).register(inputMeta, {
  title: '今年度内に達成したいこと',
  reads: 'text',
  marker: '達成',
  ownWords: true,
  maxLength: 500,
});
export const mode = words(200).register(inputMeta, {
  title: '希望形態（対面／オンライン・頻度・曜日）',
  reads: 'text',
  marker: '形態',
  ownWords: true,
  maxLength: 200,
});
export const skills = words(300).register(inputMeta, {
  title: '求めるスキル・経験',
  reads: 'text',
  marker: 'スキル',
  ownWords: true,
  maxLength: 300,
});
export const limits = words(300).register(inputMeta, {
  title: '制約（LGWAN・チャット可否・会議室等）',
  reads: 'text',
  marker: '制約',
  ownWords: true,
  maxLength: 300,
});
