import { z } from 'zod';
import { Day } from '../day.ts';
import { inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { ItemYear } from '../programme.ts';
import { daySaidBack, shownAs } from '../shown.ts';

export const due = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '期限', reads: 'day', marker: '期限', shown: shownAs(9, '期限', daySaidBack) });
/** When an item is carried out, by the programme's year. */
const yearChoices = [
  { value: 'this', label: '今年度' },
  { value: 'later', label: '翌年度以降' },
  { value: 'none', label: '対象外' },
] as const;
export const year = ItemYear.register(inputMeta, {
  title: '実施年度',
  reads: 'itemYear',
  marker: '実施年度',
  choices: yearChoices,
  shown: shownAs(10, '実施年度', (value) => yearChoices.find((one) => one.value === value)?.label),
});
/** The day on which the prefecture agreed. */
export const agreed = z
  .string()
  .pipe(Day)
  .register(inputMeta, {
    title: '県と合意した日',
    reads: 'day',
    marker: '合意',
    shown: shownAs(11, '県との合意', daySaidBack),
  });
export const because = words(200).register(inputMeta, {
  title: '変更の理由',
  reads: 'text',
  marker: '理由',
  named: true,
  because: true,
  maxLength: 200,
  shown: shownAs(16, '理由'),
});

/** A value of a KPI as it is written: 95, 95%, 有, 素案. */
const amountWritten = () => z.preprocess((said) => (typeof said === 'number' ? String(said) : said), words(20));
export const target = amountWritten().register(inputMeta, {
  title: '目標値',
  reads: 'amount',
  marker: '目標',
  maxLength: 20,
  shown: shownAs(6, '目標値'),
});
export const baseline = amountWritten().register(inputMeta, {
  title: '基準値',
  reads: 'amount',
  marker: '基準',
  maxLength: 20,
  shown: shownAs(19, '基準値'),
});
