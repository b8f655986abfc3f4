import { z } from 'zod';
import { inputMeta } from '../../programme/input-meta.ts';
import * as input from '../../programme/inputs.ts';
import { day } from '../../programme/meetings/inputs.ts';
import { shownAs } from '../../programme/shown.ts';

/** What an inspection may find. */
const states = [
  { value: 'good', label: '良好' },
  { value: 'broken', label: '要修理' },
  { value: 'lost', label: '所在不明' },
] as const;
export const labelOf = (state: string): string | undefined => states.find(({ value }) => value === state)?.label;

const State = z.enum(['good', 'broken', 'lost'], '状態は一覧から選んでください').register(inputMeta, {
  title: '状態',
  reads: 'choice',
  choices: states,
  shown: shownAs(1, '状態', labelOf),
});
const cures = [
  { value: 'repair', label: '修理' },
  { value: 'replace', label: '交換' },
] as const;
const cureOf = (cure: string): string | undefined => cures.find(({ value }) => value === cure)?.label;
const Cure = z.enum(['repair', 'replace'], '対応は一覧から選んでください').register(inputMeta, {
  title: '対応',
  reads: 'choice',
  choices: cures,
  shown: shownAs(4, '対応', cureOf),
});
const count = input.amount().register(inputMeta, {
  title: '点数',
  reads: 'number',
  shown: { order: 3, facts: (value) => [['点数', String(value)]] },
});

export const recordProbe = z.object({
  state: State,
  day,
  count,
  cure: Cure.optional(),
  note: input.note.optional(),
  municipality: input.municipality.optional(),
  sure: input.sure.optional(),
});
