import { z } from 'zod';
import { choicesOf, inputMeta, words } from '../inputs.ts';
import { shownAs } from '../shown.ts';
import { MonthlySection, monthlySectionNames } from './monthly-report.ts';

export const section = MonthlySection.register(inputMeta, {
  title: '章',
  which: 'どの章ですか。',
  reads: 'choice',
  choices: choicesOf(monthlySectionNames),
  shown: shownAs(24, '章', (value) => monthlySectionNames[value as MonthlySection]),
});
/** What stands in a section; なし takes away what stood there. */
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
