import { type Button, buttons, type Card, card, notice, text } from '../card.ts';

const NO_FILES =
  'このチャットではファイルをお渡しできません。Wordの書類は事務局が書き出せます。必要なときは事務局へお知らせください。';

/** A Word file to keep. @param of which one it is */
export function fileCard(title: string, name: string, of: string, file: Uint8Array | undefined, back: Button): Card {
  return card(
    title,
    `${title} ${of}`,
    text(of, 'strong'),
    notice('quiet', file ? '正式な書類は、このファイルを整えて文書で提出してください。' : NO_FILES),
    file === undefined
      ? []
      : {
          kind: 'file',
          name,
          type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          content: file,
        },
    buttons(back),
  );
}
