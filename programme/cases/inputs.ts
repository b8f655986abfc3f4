import { z } from 'zod';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { shownAs } from '../shown.ts';
import { PhotoConsent, photoConsentNames } from './case.ts';
import { caseFieldNames, caseFields } from './case-field.ts';
import { type TownSize, townSizeNames } from './case-search.ts';

/** A case by its id, as a card carries it. */
export const caseNumber = words(60).register(inputMeta, { title: '事例', reads: 'hidden' });

/** Words that stand in a case. */
export const sought = words(60).register(inputMeta, {
  title: '探す言葉',
  reads: 'text',
  maxLength: 60,
  shown: shownAs(20, '言葉'),
});
export const townSize = z.enum(Object.keys(townSizeNames) as [TownSize, ...TownSize[]]).register(inputMeta, {
  title: '市町村の規模',
  reads: 'choice',
  choices: choicesOf(townSizeNames),
  shown: shownAs(21, '規模', (value) => townSizeNames[value as TownSize]),
});

/** What of a case can be written by itself: a text of FM-16, its photos, or what others have made. */
export const caseSectionNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(caseFields.map(({ name, label }) => [name, label])),
  photos: '写真',
  works: '他者の著作物',
  blanks: '空欄をまとめて',
};
export const caseSection = z.enum([...caseFieldNames, 'photos', 'works', 'blanks']).register(inputMeta, {
  title: '書くところ',
  which: '事例のどこを書きますか。',
  reads: 'choice',
  choices: choicesOf(caseSectionNames),
  shown: shownAs(22, '書くところ', (value) => caseSectionNames[value]),
});
export type CaseSection = z.infer<typeof caseSection>;

/** The longest text of a case. */
const LONGEST = Math.max(...caseFields.map(({ maxLength }) => maxLength));
export const sectionText = words(LONGEST).register(inputMeta, {
  title: '内容',
  reads: 'text',
  maxLength: LONGEST,
  ownWords: true,
  shown: shownAs(23, '内容'),
});
/** Several texts at once, by their names: what fills the blanks of a draft. */
export const sectionTexts = z
  .partialRecord(z.enum(caseFieldNames), z.string().trim().max(LONGEST, `${LONGEST}文字までで入力してください`))
  .register(inputMeta, { title: '空欄', reads: 'hidden' });
export const photoConsent = PhotoConsent.register(inputMeta, {
  title: '写っている人の同意',
  reads: 'choice',
  choices: choicesOf(photoConsentNames),
  shown: shownAs(24, '写っている人の同意', (value) => photoConsentNames[value as PhotoConsent]),
});
/** 出典・許諾 of what others have made. */
export const permission = words(200).register(inputMeta, {
  title: '出典・許諾',
  reads: 'text',
  maxLength: 200,
  ownWords: true,
  shown: shownAs(25, '出典・許諾'),
});

export const nominationReason = words(100).register(inputMeta, {
  title: '推薦の理由',
  reads: 'text',
  maxLength: 100,
  ownWords: true,
  shown: shownAs(16, '理由'),
});

export const caseQuestionText = words(500).register(inputMeta, {
  title: '聞きたいこと',
  reads: 'text',
  maxLength: 500,
  ownWords: true,
  shown: shownAs(15, '内容'),
});
export const caseAnswer = words(800).register(inputMeta, {
  title: '回答',
  reads: 'text',
  maxLength: 800,
  ownWords: true,
  shown: shownAs(15, '回答'),
});
/** A question by its id, as a card carries it. */
export const caseQuestion = words(120).register(inputMeta, { title: '質問', reads: 'hidden' });
