import { z } from 'zod';
import { Day } from '../day.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { amount, words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { Engagement, engagementNames } from './talent-profile.ts';
import { TrainingLevel, trainingLevelNames } from './training.ts';

const written = (title: string, order: number, maxLength: number, more: { marker?: string; hint?: string } = {}) =>
  words(maxLength).register(inputMeta, {
    ...{ title, reads: 'text', named: true, ownWords: true, maxLength, shown: shownAs(order, title) },
    ...more,
  });
const heads = (title: string, order: number, least: number, marker?: string) =>
  amount()
    .refine((value) => Number.isInteger(value) && value >= least, `${least}以上の整数で入力してください`)
    .register(inputMeta, {
      ...{ title, reads: 'number', shown: shownAs(order, title, (value) => `${value}人`) },
      ...(marker === undefined ? {} : { marker }),
    });
const hidden = (title: string) => z.string().max(80).register(inputMeta, { title, reads: 'hidden' });

/** The row of the plan, or the 要件書, that is meant; its card fills it in. */
export const trainingMeant = hidden('研修計画の行');
export const talentMeant = hidden('要件書');
/** A new one is begun. */
export const talentBegins = z.literal('yes').register(inputMeta, { title: '追加', reads: 'hidden' });

export const level = TrainingLevel.register(inputMeta, {
  title: '階層',
  which: 'どの階層ですか。',
  reads: 'choice',
  choices: choicesOf(trainingLevelNames),
  shown: shownAs(4, '階層', (value) => trainingLevelNames[value as TrainingLevel]),
});
export const target = written('対象・内容（氏名は書かない）', 5, 200, {
  marker: '対象',
  hint: '例: 各課の係長、生成AIの使い方',
});
export const headsPlanned = heads('人数（計画）', 6, 1, '人数');
export const trainingWhen = written('時期', 7, 60, { marker: '時期', hint: '例: 11月、第3四半期' });
export const headsDone = heads('受けた人数（実績）', 8, 0, '実績');
export const doneOn = z
  .string()
  .pipe(Day)
  .register(inputMeta, {
    title: '実施日',
    reads: 'pastDay',
    marker: '実施日',
    shown: shownAs(9, '実施日', daySaidBack),
  });

export const role = written('役割', 4, 200, { marker: '役割', hint: '例: CIO補佐官として全体方針を助言' });
export const skills = written('スキル・経験', 5, 500, { marker: 'スキル', hint: '例: 自治体の業務の見直しの経験' });
export const engagement = Engagement.register(inputMeta, {
  title: '任用形態',
  which: 'どの任用形態ですか。',
  reads: 'choice',
  choices: choicesOf(engagementNames),
  shown: shownAs(6, '任用形態', (value) => engagementNames[value as Engagement]),
});
export const workDays = written('日数', 7, 60, { marker: '日数', hint: '例: 月4日' });
export const pay = words(30).register(inputMeta, {
  ...{ title: '報酬（年、千円・任意）', reads: 'text', marker: '報酬', maxLength: 30, hint: '例: 4,800 か 480万円' },
  shown: shownAs(8, '報酬（年）'),
});
export const recruiting = written('募集方法', 9, 200, { marker: '募集', hint: '例: 公募、外部人材リスト' });
export const talentWhen = written('時期', 10, 60, { marker: '時期', hint: '例: 来年4月から' });
