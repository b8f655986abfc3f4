import { z } from 'zod';
import { Day } from '../day.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { Category, categoryNames } from './category.ts';

export const requestCategory = Category.register(inputMeta, {
  title: '区分',
  which: 'どの区分ですか。',
  reads: 'choice',
  choices: choicesOf(categoryNames),
  shown: shownAs(22, '区分', (value) => categoryNames[value as Category]),
});
/** For the secretariat and one's own side only: 詳しく伝える after 気になる. */
export const aside = z.literal('yes').register(inputMeta, {
  title: '事務局だけに',
  reads: 'hidden',
  marker: '事務局だけに',
  markerAlone: true,
});
/** What the secretariat says to whoever asked. */
export const requestAnswer = words(1000).register(inputMeta, {
  title: '回答',
  reads: 'text',
  maxLength: 1000,
  shown: shownAs(15, '回答'),
});
/** What somebody of the secretariat does about a 相談 without answering it. */
export const handlings = {
  taken: '受け持つ',
  assigned: '割り当てる',
  promised: '期限を決める',
  waiting: '確認待ちにする',
} as const;
export type Handling = keyof typeof handlings;
export const handling = z.enum(Object.keys(handlings) as [Handling, ...Handling[]]).register(inputMeta, {
  title: '対応',
  which: 'どうしますか。',
  reads: 'choice',
  choices: choicesOf(handlings),
  shown: shownAs(23, '対応', (value) => handlings[value as Handling]),
});
/** Whom of the secretariat a 相談 is given to: an id, or as people call them. */
export const handler = words(40).register(inputMeta, { title: '担当', reads: 'text', marker: '担当', maxLength: 40 });
/** By when the secretariat promises to come back to a 相談. */
export const promised = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '期限', reads: 'day', shown: shownAs(9, '期限', daySaidBack) });
/** 相談 that have ended, and not those that go on. */
export const ended = z.string().max(3).register(inputMeta, { title: '完了', reads: 'hidden', marker: '完了' });
