import { choicesOf, inputMeta } from '../input-meta.ts';
import { shownAs } from '../shown.ts';
import { MonthlySection, monthlySectionNames } from './monthly-report.ts';

export const section = MonthlySection.register(inputMeta, {
  title: '章',
  which: 'どの章ですか。',
  reads: 'choice',
  choices: choicesOf(monthlySectionNames),
  shown: shownAs(24, '章', (value) => monthlySectionNames[value as MonthlySection]),
});
