import { z } from 'zod';
import { Day } from '../day.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { PlanText, planTextNames } from './whole-plan.ts';

/** Which part of 全体計画. */
export const planPart = PlanText.register(inputMeta, {
  title: '項目',
  which: 'どの項目ですか。',
  reads: 'choice',
  choices: choicesOf(planTextNames),
  shown: shownAs(3, '項目', (value) => planTextNames[value as PlanText]),
});
export const planWords = words(4000).register(inputMeta, {
  title: '内容',
  reads: 'text',
  maxLength: 4000,
  ownWords: true,
  shown: shownAs(15, '内容'),
});
/** Which version; its card fills it in. */
export const planVersion = z.coerce.number().int().positive().register(inputMeta, { title: '版', reads: 'hidden' });
export const milestoneId = z.string().max(10).register(inputMeta, { title: 'マイルストーン', reads: 'hidden' });
export const milestoneWhat = words(100).register(inputMeta, {
  title: '達成すること',
  reads: 'text',
  maxLength: 100,
  hint: '例: 中間報告書の提出',
  shown: shownAs(15, '達成すること'),
});
export const milestoneBy = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '期限', reads: 'day', shown: shownAs(9, '期限', daySaidBack) });
/** One is to be added, and nothing of it is known yet; or a known one is to be changed. */
export const milestoneAdded = z.literal('yes').register(inputMeta, { title: '追加', reads: 'hidden' });
export const milestoneChanged = z.literal('yes').register(inputMeta, { title: '変更', reads: 'hidden' });
/** It is left out of the next version. */
export const milestoneDropped = z.literal('yes').register(inputMeta, { title: '外す', reads: 'hidden' });
