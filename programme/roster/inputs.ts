import { z } from 'zod';
import { ChannelName } from '../channel.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { Role, roleNames } from '../member.ts';
import { shownAs } from '../shown.ts';

const withoutTitle = (said: unknown) =>
  typeof said === 'string' ? said.trim().replace(/(さん|様)(を|の)?$/, '') : said;

/** Somebody of the roster: an id, or as people call them. */
export const member = z
  .preprocess(withoutTitle, words(40))
  .register(inputMeta, { title: '氏名', reads: 'text', named: true, maxLength: 40 });
/** Somebody who comes. */
export const newcomer = z
  .preprocess(withoutTitle, words(40))
  .register(inputMeta, { title: '氏名', reads: 'text', named: true, maxLength: 40, hint: '例: 小海 花子' });
export const newName = z.preprocess(withoutTitle, words(40)).register(inputMeta, {
  title: '新しい氏名',
  reads: 'text',
  marker: '氏名',
  named: true,
  holdsTowns: true,
  maxLength: 40,
});
/** 市町村, as the workbook has it, too. */
export const role = z
  .preprocess((said) => (said === '市町村' ? 'municipal' : said), Role)
  .register(inputMeta, {
    title: '役割',
    reads: 'choice',
    marker: '役割',
    choices: choicesOf(roleNames),
    shown: shownAs(20, '役割', (value) => roleNames[value as Role]),
  });
export const office = words(60).register(inputMeta, {
  title: '所属',
  reads: 'text',
  marker: '所属',
  named: true,
  holdsTowns: true,
  maxLength: 60,
  hint: '例: 町役場 総務課',
});
/** An address, or なし. */
export const email = words(120).register(inputMeta, {
  title: 'メール',
  reads: 'email',
  marker: 'メール',
  maxLength: 120,
  shown: shownAs(21, 'メール'),
});
export const chat = ChannelName.register(inputMeta, { title: 'チャット', reads: 'channel', marker: 'チャット' });
/** Codes or names of municipalities, 「、」-separated. */
export const municipalities = words(400).register(inputMeta, {
  title: '担当市町村',
  reads: 'towns',
  marker: '担当',
  maxLength: 400,
  hint: '市町村名を「、」で区切って',
});
/** 役目, 「、」-separated, or なし. */
export const duties = words(60).register(inputMeta, {
  title: '役目',
  reads: 'text',
  marker: '役目',
  named: true,
  maxLength: 60,
  hint: '市町村の方は承諾者、事務局の方はPM・業務責任者・連絡窓口。無くすときは「なし」',
});
export const lead = z.string().max(3).register(inputMeta, { title: '主担当', reads: 'hidden', marker: '主担当' });
