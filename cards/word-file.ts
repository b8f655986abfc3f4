import { type Ask, type Button, buttons, type Card, card, type Node, notice, text } from './card.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NO_FILES =
  'このチャットではファイルをお渡しできません。Word のファイルは、事務局の運用担当が書き出せます。必要なときは事務局へお知らせください。';
/** What a file's name may not hold in the places where people keep files. */
const UNFIT = /[\\/:*?"<>|\s\p{Cc}]+/gu;

/** A Word file to keep; without `content` where no file can be handed out. */
export function wordFile(name: string, content: Uint8Array | undefined, again: Ask): Node[] {
  if (content === undefined) return [notice('quiet', NO_FILES)];
  return [{ kind: 'file', name: `${name.replace(UNFIT, ' ').slice(0, 80)}.docx`, type: WORD, content, again }];
}

type WordFile = {
  /** What kind of document it is: 共有承諾書. */
  readonly title: string;
  /** Which one. */
  readonly of: string;
  readonly content: Uint8Array;
  readonly again: Ask;
  /** What is to be minded by who keeps it. */
  readonly mind: string;
  readonly back: Button;
};

/** A document to keep, as a Word file. */
export const wordFileCard = ({ title, of, content, again, mind, back }: WordFile): Card =>
  card(
    title,
    `${of}の${title}です（Word）。`,
    text(of, 'strong'),
    notice('quiet', mind),
    wordFile(`${title} ${of}`, content, again),
    buttons(back),
  );
