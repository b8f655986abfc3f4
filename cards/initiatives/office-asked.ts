import type { Municipality } from '../../programme/municipality.ts';
import { type Ask, buttons, type Card, offering, text } from '../card.ts';
import { never } from '../understood.ts';

type About = {
  readonly municipality: Municipality;
  readonly sure: Ask;
  /** The same without it: it is asked for again. */
  readonly again: Ask;
};

/** Whether what is to do it is an office: a 工程表 names no people. */
export function officeAskedCard(said: string, { municipality, sure, again }: About): Card {
  const question = `「${said.slice(0, 40)}」は課の名前ですか。`;
  return offering(
    '主担当課の確認',
    `${municipality.name}　${question}まだ書いていません。`,
    text(question, 'strong'),
    text(`${municipality.name}　まだ書いていません。工程表には課や職を書き、氏名は書きません。`, 'quiet'),
    buttons({ label: 'はい、課の名前です', ask: sure }, { label: '書き直す', ask: again }, never),
  );
}
