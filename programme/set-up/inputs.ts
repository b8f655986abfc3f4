import { z } from 'zod';
import { Day } from '../day.ts';
import { inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { MunicipalityCode } from '../municipality.ts';
import { time } from '../own-times/inputs.ts';
import { WeeklySlot } from '../programme.ts';
import { daySaidBack, shownAs } from '../shown.ts';

/** 団体コード of a municipality that joins. */
export const code = z
  .string()
  .transform((said) => said.normalize('NFKC').trim())
  .pipe(MunicipalityCode)
  .register(inputMeta, {
    title: '団体コード（6桁）',
    reads: 'townCode',
    maxLength: 6,
    shown: shownAs(1, '団体コード'),
  });
export const townName = words(20).register(inputMeta, {
  title: '市町村名',
  reads: 'text',
  named: true,
  maxLength: 20,
  hint: '郡名は要りません',
});
export const area = words(20).register(inputMeta, {
  title: '圏域',
  reads: 'text',
  marker: '圏域',
  named: true,
  maxLength: 20,
  hint: '例: 佐久',
});
export const supported = z.enum(['yes', 'no']).register(inputMeta, {
  title: '区分',
  reads: 'choice',
  marker: '区分',
  choices: [
    { value: 'yes', label: '支援対象' },
    { value: 'no', label: '支援対象外' },
  ],
});
export const closedDay = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '閉まる日', reads: 'day', shown: shownAs(9, '日付', daySaidBack) });
export const closedBecause = words(60).register(inputMeta, {
  title: '理由',
  reads: 'text',
  marker: '理由',
  named: true,
  because: true,
  maxLength: 60,
});

/** The last day on which something may still be reported for a year that is over. */
export const lateUntil = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '受け付ける最後の日', reads: 'day', shown: shownAs(9, '日付', daySaidBack) });
export const lateEnds = z
  .enum(['today'])
  .register(inputMeta, { title: '終了', reads: 'choice', choices: [{ value: 'today', label: '終了' }] });
/** A year that is over. Unlike `year` it asks nothing about that year's records. */
export const yearClosed = z.coerce
  .number()
  .int()
  .min(1989)
  .max(2100)
  .register(inputMeta, { title: '年度', reads: 'year' });

/** The weekly moments of the programme, as people call them. */
export const slotNames = { checkIn: '週次報告', nudge: '催促', digest: 'ダイジェスト' } as const;
export type SlotName = keyof typeof slotNames;
export const slotChoices = Object.entries(slotNames).map(([value, label]) => ({ value, label }));
export const slot = z
  .enum(Object.keys(slotNames) as SlotName[])
  .register(inputMeta, { title: 'どの時刻', reads: 'choice', choices: slotChoices });
const OPEN_DAYS = '曜日は月から金の中から選んでください';
export const slotDay = z.coerce
  .number(OPEN_DAYS)
  .pipe(WeeklySlot.shape.weekday)
  .refine((day) => day >= 1 && day <= 5, OPEN_DAYS)
  .register(inputMeta, { title: '曜日', reads: 'weekday' });
/** What is set here is sent to everybody: never in the evening. */
export const slotTime = time;
