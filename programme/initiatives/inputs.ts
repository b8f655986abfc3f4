import { z } from 'zod';
import { Day, fiscalYearName } from '../day.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { type InitiativePart, initiativePartNames } from './initiative-field.ts';
import { rowSaid } from './initiative-meant.ts';
import { LONGEST_PART } from './roadmap-columns.ts';

/** Which initiative: its id, its place in the list, or its name. */
export const initiative = words(80).register(inputMeta, {
  title: '取組',
  which: 'どの取組ですか。',
  reads: 'text',
  named: true,
  maxLength: 80,
  hint: '番号か取組名',
  looks: (word) => rowSaid(word) !== undefined,
  shown: shownAs(34, '取組', (value) => (value.startsWith('initiative-') ? undefined : value)),
});
/** Which part of it is filled in. */
export const initiativePart = z
  .enum(Object.keys(initiativePartNames) as [InitiativePart, ...InitiativePart[]])
  .register(inputMeta, {
    title: '変えるところ',
    which: 'どこを変えますか。',
    reads: 'choice',
    choices: choicesOf(initiativePartNames),
    shown: shownAs(35, '変えるところ', (value) => initiativePartNames[value as InitiativePart]),
  });
/** Another year's 工程表, by its first year; a card fills it in. */
export const roadmapYear = z.coerce
  .number()
  .int()
  .min(2019)
  .max(2100)
  .register(inputMeta, {
    title: '年度',
    reads: 'hidden',
    shown: { order: 8, facts: (said) => [['年度', fiscalYearName(Number(said))]] },
  });

/** A text of some length, typed behind its own word. */
const long = (title: string, marker: string, order: number) =>
  words(LONGEST_PART).register(inputMeta, {
    title,
    reads: 'text',
    marker,
    markerAlone: true,
    ownWords: true,
    maxLength: LONGEST_PART,
    shown: shownAs(order, title),
  });
/** One that can also be typed, behind its own word. */
const marked = (title: string, marker: string, order: number) =>
  words(120).register(inputMeta, {
    title,
    reads: 'text',
    marker,
    ownWords: true,
    maxLength: 120,
    shown: shownAs(order, title),
  });
const hidden = (title: string) => words(200).register(inputMeta, { title, reads: 'hidden' });

export const title = words(60).register(inputMeta, {
  title: '取組名',
  reads: 'text',
  named: true,
  maxLength: 60,
  shown: shownAs(15, '取組名'),
});
/** Another name for one that has its own: what stands without a marker is which one is meant. */
export const newTitle = words(60).register(inputMeta, {
  title: '取組名',
  reads: 'text',
  named: true,
  marker: '取組名',
  markerAlone: true,
  maxLength: 60,
  shown: shownAs(15, '取組名'),
});
export const priorityItem = hidden('重点取組区分');
export const problem = long('現状・課題', '課題', 16);
export const plan = long('取組内容', '内容', 17);
export const goal = long('目指す姿・目標', '目標', 18);
export const kpis = marked('KPI', 'KPI', 32);
/** Quarters of the first year and the years after it, with 「,」 between them. */
export const quarter = marked('取り組む時期', '時期', 19);
export const sorted = hidden('実施年度の仕分け');
export const priority = marked('優先度', '優先度', 20);
export const department = marked('主担当課', '主担当', 21);
export const others = marked('関係課', '関係課', 22);
export const people = long('必要な人材（庁内・外部）', '人材', 23);
export const shared = long('県・広域との連携／共同利用', '連携', 24);
export const cost = marked('必要予算 初期（千円）', '初期', 25);
export const running = marked('必要予算 経常（千円/年）', '経常', 26);
export const demand = marked('予算要求時期', '予算要求', 27);
export const funding = marked('財源', '財源', 28);
export const premises = long('前提・リスク', '前提', 29);
export const day = z.string().register(inputMeta, {
  title: '庁内決定日',
  reads: 'day',
  marker: '決定日',
  onlyMarked: true,
  shown: shownAs(30, '庁内決定日', daySaidBack),
});
export const council = marked('会議名', '会議', 31);

/** The day on which a 工程表 was decided, and where. */
export const decidedOn = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '庁内決定日', reads: 'day', shown: shownAs(30, '庁内決定日', daySaidBack) });
export const decidedAt = words(60).register(inputMeta, {
  title: '会議名',
  reads: 'text',
  maxLength: 60,
  hint: '例: 庁議',
  shown: shownAs(31, '会議名'),
});

export const whyRemoved = words(200).register(inputMeta, {
  title: '外す理由',
  reads: 'text',
  marker: '理由',
  maxLength: 200,
  ownWords: true,
  shown: shownAs(16, '理由'),
});
