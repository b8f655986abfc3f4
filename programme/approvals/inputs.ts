import { z } from 'zod';
import { Day } from '../day.ts';
import { approvalNames, Ruling } from '../filing.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { IncidentType, PersonalData } from './incident.ts';

/** What is decided about, by its card. */
export const filing = z.string().max(120).register(inputMeta, { title: '提出されたもの', reads: 'hidden' });
/** What ids of the kinds begin with that a sentence names, by comma: 全体計画を承認します is about no other. */
export const kinds = z.string().max(200).register(inputMeta, { title: '提出の種類', reads: 'hidden' });
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
export const document = words(60)
  .refine((said) => /[\p{N}〇一二三四五六七八九十]/u.test(said) && !said.includes('。'), {
    message: '「7D第123号」のように、番号だけを送ってください。まだなら「文書未受領」です。',
  })
  .register(inputMeta, {
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

/** Which accident, by its card. */
export const incident = z.string().max(80).register(inputMeta, { title: '事故', reads: 'hidden' });
/** What has happened. A number in it is struck out rather than asked about: the first report is not held up. */
export const happened = words(1000).register(inputMeta, {
  title: '何が起きましたか',
  reads: 'text',
  maxLength: 1000,
  shown: shownAs(15, '内容'),
});
/** The sentence may be about something else, and is shown before it is told to anybody. */
export const perhaps = z.literal('yes').register(inputMeta, { title: '確認', reads: 'hidden' });
export const type = IncidentType.register(inputMeta, { title: '種別', reads: 'hidden' });
export const personal = PersonalData.register(inputMeta, { title: '個人情報の有無', reads: 'hidden' });
const later = (title: string, hint: string, max = 500) =>
  words(max).register(inputMeta, { title, reads: 'hidden', hint, maxLength: max, ownWords: true });
export const progress = words(1000).register(inputMeta, {
  title: '経過',
  reads: 'text',
  maxLength: 1000,
  ownWords: true,
});
export const occurred = later('発生日時', '例: 11/24 9時ごろ', 60);
export const scope = later('対象情報・件数', '例: 申請書の写し12件');
export const response = later('応急対応', '例: 相手先に回収を依頼し、確認した');
export const impact = later('影響範囲', '例: 申請した方12名');
export const contacts = later('連絡先・時刻', '例: 県DX推進課 9:40、個人情報保護委員会 11:00');
export const cause = words(500).register(inputMeta, { title: '原因', reads: 'text', maxLength: 500, ownWords: true });
export const prevention = later('再発防止策', '例: 送信前に2人で宛先を確かめる');
/** What is over. */
export const completed = z.string().max(3).register(inputMeta, { title: '完了', reads: 'hidden', marker: '完了' });
/** The fields of the form that are asked for now. */
export const part = z.literal('details').register(inputMeta, { title: '項目', reads: 'hidden' });
