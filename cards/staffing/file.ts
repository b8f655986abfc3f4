import { type Node, notice, text } from '../card.ts';

const NO_FILES = 'このチャットではファイルをお渡しできません。Wordの書類は、事務局の運用担当が書き出せます。';

/** A Word file to keep; without `file` where no file can be handed out. @param of which one it is */
export function fileNodes(name: string, of: string, file: Uint8Array | undefined): readonly Node[] {
  return [
    text(of, 'strong'),
    notice('quiet', file ? '正式な書類は、このファイルを整えて文書で提出してください。' : NO_FILES),
    ...(file === undefined
      ? []
      : [
          {
            kind: 'file' as const,
            name,
            type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
            content: file,
          },
        ]),
  ];
}
