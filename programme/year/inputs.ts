import { z } from 'zod';
import { Day } from '../day.ts';
import { inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { GoesOn } from './going-on.ts';

const goesOnChoices = [
  { value: 'this', label: '継続' },
  { value: 'later', label: '先送り' },
  { value: 'end', label: '終了' },
  { value: 'none', label: '対象外' },
] as const;

/** What becomes of an item in the next year. */
export const goesOn = z.enum(GoesOn.options).register(inputMeta, {
  title: '翌年度',
  reads: 'choice',
  choices: goesOnChoices,
  shown: shownAs(10, '翌年度', (value) => goesOnChoices.find((one) => one.value === value)?.label),
});
export const due = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '期限', reads: 'day', marker: '期限', shown: shownAs(9, '期限', daySaidBack) });
/** Why something that is not finished ends, or does not apply. */
export const because = words(200).register(inputMeta, {
  title: '理由',
  reads: 'text',
  marker: '理由',
  named: true,
  because: true,
  maxLength: 200,
  shown: shownAs(16, '理由'),
});
/** Everything of the municipality that nobody has decided on. */
export const rest = z.literal('yes').register(inputMeta, { title: '未決のすべて', reads: 'hidden' });
