import { z } from 'zod';
import { catalogue, editionName, editions, findEdition, findItem, findKpi, findStep } from './catalogue.ts';
import { fiscalYearName } from './day.ts';
import { inputMeta } from './input-meta.ts';
import { ReportedStage, stageName } from './progress/item-record.ts';
import { Audience } from './room.ts';
import { answersShown, itemName, kpiName, shownAs, stagesShown, valueShown } from './shown.ts';
import { Week, weekName } from './week.ts';

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A number as people type it: any width, with thousands separators, with or without its unit sign. */
function readAmount(typed: unknown): unknown {
  if (typeof typed !== 'string') return typed;
  const plain = typed.normalize('NFKC').replace(/[,\s]|[%％]$/g, '');
  return NUMBER.test(plain) ? Number(plain) : typed;
}

/** A number of no KPI is the same. */
export const amount = () =>
  z.preprocess(
    readAmount,
    z.number('数字で入力してください（例: 62）').finite().min(-1e12).max(1e12, '桁が大きすぎます'),
  );
const known = (find: (id: string) => unknown, message: string) =>
  z.string().refine((id) => find(id) !== undefined, message);
export const words = (max: number) => z.string().trim().min(1).max(max, `${max}文字までで入力してください`);

export const municipality = words(40).register(inputMeta, {
  title: '市町村',
  which: 'どの市町村ですか。',
  reads: 'municipality',
  shown: shownAs(1, '市町村', (code, { townName }) => townName(code)),
});
export const step = known(findStep, 'ステップは0から3です').register(inputMeta, {
  title: 'ステップ',
  reads: 'step',
  shown: shownAs(2, 'ステップ', (id) => findStep(id)?.name),
});
export const item = known(findItem, '項目の番号（例: S1-3）を選んでください').register(inputMeta, {
  title: '項目',
  which: 'どの項目ですか。',
  reads: 'item',
  shown: shownAs(3, '項目', itemName),
});
export const kpi = known(findKpi, 'KPIの番号（例: K0-03）を選んでください').register(inputMeta, {
  title: 'KPI',
  which: 'どのKPIですか。',
  reads: 'kpi',
  shown: shownAs(4, 'KPI', kpiName),
});
export const edition = known(findEdition, '版は一覧から選んでください').register(inputMeta, {
  title: '項目とKPIの版',
  reads: 'choice',
  choices: editions.map((each) => ({ value: each.id, label: editionName(each) })),
  shown: shownAs(19, '版', (id) => {
    const found = findEdition(id);
    return found && editionName(found);
  }),
});
export const stage = ReportedStage.register(inputMeta, {
  title: '段階',
  reads: 'stage',
  shown: shownAs(5, '段階', stageName),
});
export const value = amount().register(inputMeta, { title: '値', reads: 'amount', shown: valueShown(6) });
export const numerator = amount().register(inputMeta, { title: '分子', reads: 'numerator' });
export const denominator = amount().register(inputMeta, { title: '分母', reads: 'denominator' });
export const week = Week.register(inputMeta, {
  title: '対象週',
  reads: 'week',
  shown: shownAs(7, '対象週', weekName),
});
export const year = z.coerce
  .number()
  .int()
  .min(1989)
  .max(2100)
  .register(inputMeta, {
    title: '年度',
    reads: 'year',
    shown: {
      order: 8,
      facts: (said) => (Number.isInteger(Number(said)) ? [['年度', fiscalYearName(Number(said))]] : []),
    },
  });
export const text = words(1000).register(inputMeta, {
  title: '困っていること',
  reads: 'text',
  maxLength: 1000,
  shown: shownAs(15, '内容'),
});
export const note = words(200).register(inputMeta, {
  title: 'ひとこと（任意）',
  reads: 'text',
  maxLength: 200,
  shown: shownAs(14, 'ひとこと'),
});
export const counting = words(200).register(inputMeta, {
  title: '数え方',
  reads: 'text',
  hint: '例: 会計年度任用職員を含む',
  maxLength: 200,
  shown: shownAs(12, '数え方'),
});
export const evidence = words(500).register(inputMeta, {
  title: '根拠（資料名・URL）',
  reads: 'url',
  hint: '例: 庁議の議事録、公表ページのURL',
  maxLength: 500,
  shown: shownAs(13, '根拠'),
});
export const reason = words(200).register(inputMeta, {
  title: '訂正の理由',
  reads: 'text',
  maxLength: 200,
  shown: shownAs(16, '理由'),
});
/** What stands in a section of something that is written part by part; なし takes away what stood there. */
export const sectionText = words(2000).register(inputMeta, {
  title: '本文',
  reads: 'text',
  ownWords: true,
  maxLength: 2000,
  shown: shownAs(15, '本文'),
});
/** One version of what was handed in; the last one where none is said. */
export const filedVersion = z.coerce
  .number()
  .int()
  .positive()
  .max(1000)
  .register(inputMeta, { title: '版', reads: 'hidden' });
export const topic = words(40).register(inputMeta, { title: '知りたいこと', reads: 'topic' });
export const code = words(20).register(inputMeta, { title: '招待コード（8文字）', reads: 'code', maxLength: 20 });
export const audience = Audience.register(inputMeta, { title: 'この部屋を見る人', reads: 'audience' });
/** The version a card showed; someone else's newer one refuses the write. */
export const seen = z.coerce.number().int().nonnegative().register(inputMeta, { title: '版', reads: 'hidden' });
/** The page of a long list, from 1. */
export const page = z.coerce
  .number()
  .int()
  .positive()
  .max(1000)
  .register(inputMeta, { title: 'ページ', reads: 'hidden' });
/** 圏域: those of the programme's municipalities. */
export const area = words(40).register(inputMeta, {
  title: '圏域',
  reads: 'area',
  shown: shownAs(30, '圏域'),
});

/** What is shown, as a file to keep. */
export const form = z.enum(['excel']).register(inputMeta, {
  title: '受け取り方',
  reads: 'choice',
  choices: ['Excel', 'エクセル'].map((label) => ({ value: 'excel', label })),
  otherwise: (word) => (/^(excel|エクセル|xlsx)(で|に)?$/i.test(word) ? 'excel' : undefined),
  shown: shownAs(33, '受け取り方', () => 'Excel'),
});
/** Someone was shown what is unusual about a value, and said yes. */
export const sure = z.literal('yes').register(inputMeta, { title: '確認', reads: 'hidden' });
/** What was filled in is shown again in its form, to be changed before it is recorded. */
export const reopened = z.literal('yes').register(inputMeta, { title: '開き直す', reads: 'hidden' });
/** Which change somebody was shown and said yes to: another one is shown first. */
export const meant = z.string().max(32).register(inputMeta, { title: '確認', reads: 'hidden' });
/** The report to take back, so that a second tap does not take back another one. */
export const report = z.string().max(64).register(inputMeta, { title: '報告', reads: 'hidden' });

/** The 相談 that is meant. */
export const request = z.string().max(80).register(inputMeta, { title: '相談', reads: 'hidden' });

/** What a check-in card sends back: a row per KPI, as filled in; checked row by row so that one mistake loses nothing. */
export const answers = z
  .record(
    known(findKpi, '不明なKPI'),
    z.object({
      value: z.string().max(40).optional(),
      numerator: z.string().max(40).optional(),
      denominator: z.string().max(40).optional(),
      same: z.string().optional(),
      seen: seen.optional(),
    }),
  )
  .register(inputMeta, { title: '今週の実績', reads: 'hidden', shown: answersShown(17) });

/** Stages of items chosen on a check-in card, by item id. */
export const stages = z
  .record(known(findItem, '不明な項目'), z.object({ stage: z.string().max(40).optional(), seen: seen.optional() }))
  .register(inputMeta, { title: '項目の段階', reads: 'hidden', shown: stagesShown(18) });

/** What one message reports of several municipalities, each as on a check-in card. */
export const places = z
  .array(
    z.object({ municipality: z.string().regex(/^\d{6}$/), answers: answers.optional(), stages: stages.optional() }),
  )
  .min(2)
  .max(9)
  .register(inputMeta, { title: '市町村ごとの報告', reads: 'hidden' });

/** The choices of inputs whose values the catalogue knows. */
export const stageChoices = [
  ...catalogue.stages.map((s) => ({ value: s.id, label: `${s.name}（${s.percent}%）` })),
  { value: 'confirmedNone', label: '未実施（確認済）' },
];

/** Takes the last step back. */
export const back = z.literal('yes').register(inputMeta, { title: '元に戻す', reads: 'hidden' });
