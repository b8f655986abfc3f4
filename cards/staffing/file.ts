import { type Ask, type Node, notice, text } from '../card.ts';
import { wordFile } from '../word-file.ts';

type WordFile = { readonly name: string; readonly content: Uint8Array; readonly again: Ask };

/** A Word file to keep. @param of which one it is */
export function fileNodes(of: string, { name, content, again }: WordFile): readonly Node[] {
  return [
    text(of, 'strong'),
    notice('quiet', '正式な書類は、このファイルを整えて文書で提出してください。'),
    ...wordFile(name, content, again),
  ];
}
