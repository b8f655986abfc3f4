import { z } from 'zod';
import { Day } from '../day.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import {
  MismatchCategory,
  MismatchMeasure,
  MismatchParty,
  mismatchCategoryNames,
  mismatchMeasureNames,
  mismatchPartyNames,
} from './mismatch.ts';

/** The case that is meant. */
export const mismatch = z.string().max(240).register(inputMeta, { title: 'ミスマッチ', reads: 'hidden' });
/** The member a municipality does not get on with; buttons fill it in. */
export const expert = z.string().max(80).register(inputMeta, { title: '派遣人材', reads: 'hidden' });
/** Which part of a case is written: a form each, short enough to be asked one question at a time. */
export const part = z
  .enum(['story', 'hearing', 'measure'])
  .register(inputMeta, { title: '書くところ', reads: 'hidden' });
/** Also those that are resolved. */
export const all = z.literal('yes').register(inputMeta, { title: '解決済み', reads: 'hidden', marker: '解決済み' });

export const party = MismatchParty.register(inputMeta, {
  title: '申出者区分',
  reads: 'choice',
  choices: choicesOf(mismatchPartyNames),
});
export const cause = MismatchCategory.register(inputMeta, {
  title: '理由区分',
  reads: 'choice',
  choices: choicesOf(mismatchCategoryNames),
});
export const measure = MismatchMeasure.register(inputMeta, {
  title: '対応',
  reads: 'choice',
  choices: choicesOf(mismatchMeasureNames),
});
const story = (title: string) =>
  words(1000).register(inputMeta, { title, reads: 'text', maxLength: 1000, ownWords: true });
export const detail = story('内容');
export const heardMunicipality = story('市町村への聞き取り');
export const heardExpert = story('派遣人材への聞き取り');
const day = (title: string) => z.string().pipe(Day).register(inputMeta, { title, reads: 'hidden' });
export const heardOn = day('聞き取りを終えた日');
export const resolvedOn = day('解決日');
export const followUpOn = day('フォロー日');
