import { z } from 'zod';
import { Day } from '../day.ts';
import { shippedFundings } from '../funding-list.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { amount, words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { BudgetAnswer, BudgetQuestion, budgetAnswerNames, budgetQuestionNames } from './budget-season.ts';
import { FundingState, fundingStateNames } from './funding-record.ts';
import { findFunding, fundingSaid, fundingShort } from './funding-terms.ts';
import { termsDaySaid } from './terms-change.ts';

export const fundingChosen = z
  .string()
  .refine((id) => findFunding(id) !== undefined, '財源は一覧から選んでください（例: FN-09）')
  .register(inputMeta, {
    title: '財源',
    which: 'どの財源ですか。',
    reads: 'choice',
    choices: shippedFundings.map(({ id }) => ({ value: id, label: fundingShort(id) })),
    otherwise: (word) => fundingSaid(word),
    shown: shownAs(4, '財源', fundingShort),
  });
/** Of which fiscal year the terms are. */
export const termsYear = z.coerce
  .number()
  .int()
  .min(2019, '財源の内容は、令和元年度より前のものはありません。「財源一覧 来年度」のように送ってください。')
  .max(2100, '年度が先すぎます。「財源一覧 来年度」のように送ってください。')
  .register(inputMeta, {
    title: '年度',
    reads: 'year',
  });

/** A part of the terms, typed behind its own word. */
const part = (title: string, marker: string, order: number, maxLength = 200) =>
  words(maxLength).register(inputMeta, {
    ...{ title, reads: 'text', marker, named: true, maxLength, shown: shownAs(order, title) },
  });
const dayPart = (title: string, marker: string, order: number) =>
  z
    .string()
    .transform(termsDaySaid)
    .refine((day) => day === '' || Day.safeParse(day).success, '日付は「1/20」や「1月20日」のように書いてください')
    .register(inputMeta, {
      ...{ title, reads: 'day', marker, onlyMarked: true },
      shown: shownAs(order, title, (day) => (day === '' ? '空欄' : daySaidBack(day))),
    });

export const termsName = part('名称', '名称', 10, 60);
export const termsFunds = part('対象経費', '対象経費', 11);
export const termsRate = part('率', '率', 12);
export const termsCap = part('上限', '上限', 13);
export const termsWho = part('使える団体（市町村、都道府県）', '使える団体', 14, 20);
export const termsFrom = dayPart('受付開始日', '開始', 15);
export const termsUntil = dayPart('締切の日', '締切', 16);
export const termsWindow = part('受付の時期', '時期', 17);
export const termsPapers = part('根拠書類（「、」で区切る）', '書類', 18, 400);
export const termsRoute = part('経路', '経路', 19);
export const termsNote = part('備考', '備考', 20, 400);
export const checkedOn = z
  .string()
  .pipe(Day)
  .register(inputMeta, {
    ...{
      title: '確認日',
      reads: 'pastDay',
      marker: '確認日',
      onlyMarked: true,
      shown: shownAs(21, '確認日', daySaidBack),
    },
  });
/** Which part of the terms is to be another; a card fills it in. */
export const termsPart = z.string().max(20).register(inputMeta, { title: '変えるところ', reads: 'hidden' });

export const fundingState = FundingState.register(inputMeta, {
  title: '状態',
  which: 'どの状態ですか。',
  reads: 'choice',
  choices: choicesOf(fundingStateNames),
  shown: shownAs(5, '状態', (value) => fundingStateNames[value as FundingState]),
});
export const general = amount()
  .refine((value) => Number.isInteger(value) && value >= 0, '千円単位の整数で入力してください（例: 600）')
  .register(inputMeta, {
    title: '一般財源負担（千円・任意）',
    reads: 'number',
    marker: '一般財源',
    onlyMarked: true,
    shown: shownAs(6, '一般財源負担', (value) => `${value}千円`),
  });
export const useNote = words(200).register(inputMeta, {
  title: 'メモ（任意）',
  reads: 'text',
  marker: 'メモ',
  maxLength: 200,
  ownWords: true,
  shown: shownAs(14, 'メモ'),
});

/** What is beside the state is to be written. */
export const noteBegins = z.literal('yes').register(inputMeta, { title: '追記', reads: 'hidden' });

/** Which version of a state is taken off; its receipt fills it in. */
export const stateMeant = z.string().max(120).register(inputMeta, { title: '版', reads: 'hidden' });

export const talkDay = z
  .string()
  .refine((said) => Day.safeParse(said).success, '暦にない日です。「11/20」のように、協議した日を入力してください。')
  .register(inputMeta, { title: '協議した日', reads: 'pastDay', shown: shownAs(9, '協議した日', daySaidBack) });
/** 市町村課, 地域振興局 */
const OFFICE_SAID = /^\S{1,20}(?:課|室|局|部|係|班|事務所|センター)$/;
export const division = words(60).register(inputMeta, {
  title: '県の課（氏名は書かない）',
  reads: 'text',
  marker: '課',
  markerAlone: true,
  looks: (word) => OFFICE_SAID.test(word),
  named: true,
  maxLength: 60,
  hint: '例: 県の担当課の名前',
  shown: shownAs(10, '県の課'),
});
/** Which 協議; its card fills it in. */
export const talkMeant = z.string().max(120).register(inputMeta, { title: '協議', reads: 'hidden' });
export const talkResult = words(500).register(inputMeta, {
  title: '協議の結果',
  reads: 'text',
  marker: '結果',
  markerAlone: true,
  takesRest: true,
  maxLength: 500,
  ownWords: true,
  shown: shownAs(11, '協議の結果'),
});

export const budgetQuestion = BudgetQuestion.register(inputMeta, {
  title: '聞いたこと',
  which: 'どの質問ですか。',
  reads: 'choice',
  choices: choicesOf(budgetQuestionNames),
  shown: shownAs(4, '聞いたこと', (value) => budgetQuestionNames[value as BudgetQuestion]),
});
export const budgetAnswer = BudgetAnswer.register(inputMeta, {
  title: '回答',
  which: 'どれですか。',
  reads: 'choice',
  choices: choicesOf(budgetAnswerNames),
  shown: shownAs(5, '回答', (value) => budgetAnswerNames[value as BudgetAnswer]),
});
