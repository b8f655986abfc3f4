import { z } from 'zod';
import { Day } from '../day.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { type InspectionVerdict, inspectionNames } from './final-report.ts';
import { FinalSection, finalSectionNames } from './final-section.ts';
import { Sayer } from './sayer.ts';

export const section = FinalSection.register(inputMeta, {
  title: '章',
  which: 'どの章ですか。',
  reads: 'choice',
  choices: choicesOf(finalSectionNames),
  shown: shownAs(24, '章', (value) => finalSectionNames[value as FinalSection]),
});
/** 不足: what is missing alone. */
export const lacking = z.literal('yes').register(inputMeta, {
  title: '不足',
  reads: 'choice',
  choices: [{ value: 'yes', label: '不足' }],
  shown: shownAs(25, '不足', () => '足りないものだけ'),
});
/** Of whom the gaps are shown. */
export const sayer = Sayer.register(inputMeta, { title: '分かる方', reads: 'hidden' });
/** 納品日 */
export const deliveredOn = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '納品日', reads: 'pastDay', shown: shownAs(9, '納品日', daySaidBack) });
export const inspected = z.enum(['pass', 'amend']).register(inputMeta, {
  title: '検査の結果',
  which: '検査の結果はどちらですか。',
  reads: 'choice',
  choices: choicesOf(inspectionNames),
  shown: shownAs(24, '検査', (said) => inspectionNames[said as InspectionVerdict]),
});
/** What has to be corrected. */
export const toCorrect = words(1000).register(inputMeta, {
  title: '修正するところ',
  reads: 'text',
  ownWords: true,
  maxLength: 1000,
  hint: '例: 4章の町の支援後の記載',
  shown: shownAs(25, '修正するところ'),
});
