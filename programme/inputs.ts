import { z } from 'zod';
import { catalogue, editionName, editions, findEdition, findItem, findKpi, findStep } from './catalogue.ts';
import { type Day, fiscalYearName } from './day.ts';
import { ReportedStage, stageName } from './progress/item-record.ts';
import { Audience } from './room.ts';
import { answersShown, itemName, kpiName, type Shown, shownAs, stagesShown, valueShown } from './shown.ts';
import { Week, weekName } from './week.ts';

/** How an input is read from a sentence and drawn in a form. */
export type Reads =
  | 'municipality'
  | 'step'
  | 'item'
  | 'kpi'
  | 'stage'
  | 'amount'
  | 'numerator'
  | 'denominator'
  | 'week'
  /** 2024 for 令和6年度. */
  | 'year'
  | 'audience'
  | 'code'
  | 'topic'
  | 'url'
  | 'day'
  /** A day on which something took place. */
  | 'pastDay'
  | 'time'
  | 'place'
  | 'meeting'
  /** For whom a meeting is. */
  | 'invited'
  | 'repeat'
  | 'weekday'
  /** A half hour while offices are open. */
  | 'officeTime'
  | 'channel'
  | 'email'
  /** Municipalities, one or more. */
  | 'towns'
  /** Of a municipality that is not in the programme yet. */
  | 'townCode'
  /** One of what the input itself says can be chosen. */
  | 'choice'
  /** The same, of which the years are also said as 来年度 or 令和9年度. */
  | 'itemYear'
  /** How many, of no KPI. */
  | 'number'
  /** 満足度 of a visit: by itself or as 点, and in no other unit. */
  | 'score'
  | 'text'
  /** A card fills it in; a person is never asked for it and cannot type it. */
  | 'hidden';

export type InputMeta = {
  readonly title: string;
  /** Asked where a sentence may mean several. */
  readonly which?: string;
  readonly reads: Reads;
  /** Absent where nobody has to see it again. */
  readonly shown?: Shown;
  readonly hint?: string;
  readonly maxLength?: number;
  /** Of a choice: what can be chosen. What it is called is also how it is said. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Which of the choices is meant by a word that is none of their names. */
  readonly otherwise?: (word: string, today: Day) => string | undefined;
  /** The later of two that are said together: 14:00-15:30. */
  readonly second?: true;
  /** A name: any word may stand in it, and a sign of doubt is none. */
  readonly named?: true;
  /** Why something is done: 議会のため is one without its marker too. */
  readonly because?: true;
  /** A municipality's name may stand in it: 所属 小海町 総務課. */
  readonly holdsTowns?: true;
  /** Kept as it was written: a number in it that may be somebody's own is asked about once; needs `sure` beside it. */
  readonly ownWords?: true;
  /** Its marker is a negation that is meant: 受け取らない. */
  readonly denies?: true;
  /** Typed, it is what follows this word (代理 佐藤); for a hidden input, the word itself. */
  readonly marker?: string;
  /** Its marker is a word of its own, and not the beginning of one. */
  readonly markerAlone?: true;
};

/** The label and reader of every input ride on its schema. */
export const inputMeta = z.registry<InputMeta>();

/** The same for an input that may be left out. */
const metaOf = (schema: z.ZodType): InputMeta | undefined =>
  inputMeta.get((schema instanceof z.ZodOptional ? schema.unwrap() : schema) as z.ZodType);

/** What a command takes, each with what it says of itself. */
export type Inputs = z.ZodObject;
export function metasOf(inputs: Inputs): readonly Declared[] {
  const known = declared.get(inputs) ?? declaredIn(inputs);
  declared.set(inputs, known);
  return known;
}

type Declared = { readonly name: string; readonly meta: InputMeta };
/** A schema never changes. */
const declared = new WeakMap<Inputs, readonly Declared[]>();

const declaredIn = (inputs: Inputs): readonly Declared[] =>
  Object.entries(inputs.shape).flatMap(([name, schema]) => {
    const meta = metaOf(schema as z.ZodType);
    return meta ? [{ name, meta }] : [];
  });

/** What can be chosen where each has a name, in the order of the names. */
export const choicesOf = (names: Readonly<Record<string, string>>): NonNullable<InputMeta['choices']> =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

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
/** Someone was shown what is unusual about a value, and said yes. */
export const sure = z.literal('yes').register(inputMeta, { title: '確認', reads: 'hidden' });
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
