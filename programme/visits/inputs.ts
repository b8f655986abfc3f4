import { z } from 'zod';
import { catalogue } from '../catalogue.ts';
import { Day } from '../day.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { VisitMode, visitModeNames } from '../meetings/visit-mode.ts';
import { daySaidBack, itemName, shownAs } from '../shown.ts';
import { OnlineReason, onlineReasonNames } from './visit-record.ts';

/** 支援日 of a visit that took place. */
export const visited = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '支援日', reads: 'pastDay', shown: shownAs(9, '支援日', daySaidBack) });
/** A visit by the id of its record, whether there is one yet or not. */
export const visit = z.string().max(120).register(inputMeta, { title: '訪問', reads: 'hidden' });
export const mode = VisitMode.register(inputMeta, {
  title: '形態',
  reads: 'choice',
  choices: choicesOf(visitModeNames),
  shown: shownAs(20, '形態', (said) => visitModeNames[said as VisitMode]),
});
export const onlineReason = OnlineReason.register(inputMeta, {
  title: 'オンラインの理由',
  reads: 'choice',
  choices: choicesOf(onlineReasonNames),
  shown: shownAs(21, 'オンラインの理由', (said) => onlineReasonNames[said as OnlineReason]),
});

/** 形態 and the reason for an online one as one answer of the form: `online:weather`. */
export const heldChoices = [
  { value: 'in-person', label: visitModeNames['in-person'] },
  ...OnlineReason.options.map((reason) => ({
    value: `online:${reason}`,
    label: `${visitModeNames.online}（${onlineReasonNames[reason]}）`,
  })),
  { value: 'other', label: visitModeNames.other },
];
export const held = z
  .enum(heldChoices.map(({ value }) => value) as [string, ...string[]])
  .register(inputMeta, { title: '形態', reads: 'hidden' });

const known = new Set(catalogue.items.map(({ id }) => id));
const listed = (said: unknown) =>
  typeof said === 'string'
    ? said
        .normalize('NFKC')
        .toUpperCase()
        .split(/[\s,、]+/)
        .filter((part) => part !== '')
    : said;
/** 対象項目, as a list or one after the other. */
export const items = z
  .preprocess(
    listed,
    z
      .array(z.string().refine((id) => known.has(id), '項目は番号（例: S1-3）で、一覧から選んでください'))
      .min(1)
      .max(catalogue.items.length),
  )
  .register(inputMeta, { title: '対象項目', reads: 'item', shown: shownAs(22, '対象項目', itemName) });

/** What is written of a visit at the most, by field: a card has to carry all of it. */
export const visitTextLimits = { text: 800, other: 300, short: 100 } as const;
const { text: LONG, other: OTHER, short: SHORT } = visitTextLimits;

export const text = words(LONG).register(inputMeta, {
  title: '支援内容',
  reads: 'text',
  maxLength: LONG,
  shown: shownAs(23, '支援内容'),
});
const more = (title: string, max: number) => words(max).register(inputMeta, { title, reads: 'hidden', maxLength: max });
export const attended = more('市町村側参加者', SHORT);
export const decisions = more('決定事項', OTHER);
export const problems = more('課題', OTHER);
export const materials = more('作成・提供資料', OTHER);
export const next = more('次回予定', SHORT);
export const remark = more('所見', OTHER);
/** Why a record that was confirmed is changed. */
export const correction = more('直す理由', SHORT);
/** It was no visit that stands in 会議. */
export const unplanned = z.literal('yes').register(inputMeta, { title: '予定になかった訪問', reads: 'hidden' });
/** What was filled in is shown once more, to be changed. */
export const again = z.literal('yes').register(inputMeta, { title: '書き直す', reads: 'hidden' });
/** Why a visit does not take place. */
export const cancelReason = words(SHORT).register(inputMeta, {
  title: '中止の理由',
  reads: 'text',
  maxLength: SHORT,
  because: true,
  shown: shownAs(16, '理由'),
});
