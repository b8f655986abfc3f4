import { z } from 'zod';
import { Day } from '../day.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { PlanSection, PlanSize, planSectionNames, planSizeNames } from './simple-plan.ts';

/** 小規模, 町, 市: also as people say it. */
const SIZES: Readonly<Record<string, PlanSize>> = {
  小規模: 'small',
  村: 'small',
  小規模団体: 'small',
  中規模: 'town',
  大規模: 'city',
};

export const planSize = PlanSize.register(inputMeta, {
  title: '規模',
  which: 'どの規模のひな形を使いますか。',
  reads: 'choice',
  choices: choicesOf(planSizeNames),
  otherwise: (word) => SIZES[word],
  shown: shownAs(5, '規模', (value) => planSizeNames[value as PlanSize]),
});
export const planSection = PlanSection.register(inputMeta, {
  title: '書くところ',
  which: '簡易計画のどこを書きますか。',
  reads: 'choice',
  choices: choicesOf(planSectionNames),
  shown: shownAs(4, '書くところ', (value) => planSectionNames[value as PlanSection]),
});
/** The most a section of 簡易計画 may have. */
const LONGEST = 1500;
export const sectionWords = words(LONGEST).register(inputMeta, {
  title: '内容',
  reads: 'text',
  maxLength: LONGEST,
  ownWords: true,
  shown: shownAs(15, '内容'),
});
/** Which version; its card fills it in. */
export const planEdition = z.coerce.number().int().positive().register(inputMeta, { title: '版', reads: 'hidden' });
/** The day on which others in the office were asked what they think of it. */
export const circulatedOn = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '意見照会を始めた日', reads: 'pastDay', shown: shownAs(9, '意見照会', daySaidBack) });
