import { z } from 'zod';
import { dayOf } from '../day.ts';
import { defineKind, inMunicipality, ofYearOfDay, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheet, momentCell } from '../sheet.ts';

/** 初期評価 after the second visit, and the question 30 days after somebody has taken over. */
export const FitOccasion = z.enum(['initial', 'follow-up']);
export type FitOccasion = z.infer<typeof FitOccasion>;

export const fitOccasionNames: Readonly<Record<FitOccasion, string>> = {
  initial: '初期評価',
  'follow-up': '交代後の確認',
};

/** 続けられそうか: はい・気になる. */
export const Fit = z.enum(['good', 'worried']);
export type Fit = z.infer<typeof Fit>;

export const fitNames: Readonly<Record<Fit, string>> = { good: 'はい', worried: '気になる' };

/** What one side of a pair of municipality and expert says, once an occasion. */
export const FitAnswer = Provenance.extend({
  municipality: z.string(),
  expert: z.string(),
  occasion: FitOccasion,
  side: z.enum(['municipality', 'expert']),
  fit: Fit,
});
export type FitAnswer = z.infer<typeof FitAnswer>;

export const fitAnswerId = ({ occasion, expert, side }: Pick<FitAnswer, 'occasion' | 'expert' | 'side'>): string =>
  `fit-${occasion}-${expert}-${side}`;
/** For `Collection.list`: every answer of a municipality. */
export const FIT_ANSWERS = { from: 'fit-', below: 'fit.' } as const;

export const fitAnswers = defineKind({
  name: 'fitAnswers',
  called: '初期評価',
  container: 'state',
  schema: FitAnswer,
  ...inMunicipality,
  id: fitAnswerId,
  belongsTo: (answer, { code }) => wholly(answer, answer.municipality === code),
  ofYear: ofYearOfDay(({ at }) => dayOf(new Date(at))),
  keptFor: { years: 'records', isOver: ({ at }, { isOld }) => isOld(at) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<FitAnswer>('初期評価', 'support', {
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        派遣人材: ({ expert }, { nameOf }) => nameOf(expert),
        機会: ({ occasion }) => fitOccasionNames[occasion],
        回答した側: ({ side }) => (side === 'municipality' ? '市町村' : '派遣人材'),
        続けられそうか: ({ fit }) => fitNames[fit],
        日時: ({ at }) => momentCell(at),
      }),
    ],
  },
  takenBack: { never: 'it is answered again by its own buttons' },
  audited: true,
  ofTheChat: [],
});
