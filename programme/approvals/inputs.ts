import { z } from 'zod';
import { Day } from '../day.ts';
import { approvalNames, Ruling } from '../filing.ts';
import { choicesOf, inputMeta, words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';

/** What is decided about, by its card. */
export const filing = z.string().max(120).register(inputMeta, { title: '提出されたもの', reads: 'hidden' });
/** The version a card showed: what is decided is what was seen. */
export const version = z.coerce.number().int().positive().register(inputMeta, { title: '版', reads: 'hidden' });
export const verdict = Ruling.register(inputMeta, {
  title: '決定',
  which: 'どう決めますか。',
  reads: 'choice',
  choices: choicesOf(approvalNames),
  otherwise: (word) => (word === '受領' || word === '承諾' ? 'approve' : word === '不承諾' ? 'refuse' : undefined),
  shown: shownAs(24, '決定', (said) => approvalNames[said as Ruling]),
});
export const condition = words(500).register(inputMeta, {
  title: '直すこと・理由',
  reads: 'text',
  maxLength: 500,
  ownWords: true,
  shown: shownAs(25, '直すこと・理由'),
});
/** Why something is decided anew. */
export const anewBecause = words(200).register(inputMeta, {
  title: '改める理由',
  reads: 'hidden',
  maxLength: 200,
  ownWords: true,
});
/** How many decisions there were when somebody chose to decide anew. */
export const anew = z.coerce.number().int().positive().register(inputMeta, { title: '決め直し', reads: 'hidden' });
export const document = words(60).register(inputMeta, {
  title: '文書番号',
  reads: 'text',
  named: true,
  hint: '例: 7D第123号',
  maxLength: 60,
  shown: shownAs(26, '文書番号'),
});
export const documentDay = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '文書の日付', reads: 'day', shown: shownAs(27, '文書の日付', daySaidBack) });
/** Somebody says that there is no 文書番号 yet. */
export const lacking = z.literal('yes').register(inputMeta, { title: '文書未受領', reads: 'hidden' });
export const remark = words(500).register(inputMeta, {
  title: '意見',
  reads: 'text',
  maxLength: 500,
  ownWords: true,
  shown: shownAs(28, '意見'),
});
/** What was decided, and not what waits. */
export const decided = z
  .string()
  .max(10)
  .register(inputMeta, { title: '決定済み', reads: 'hidden', marker: '決定済み' });
