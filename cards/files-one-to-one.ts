import { type Card, type Node, notice } from './card.ts';

type WordOf = (command: string) => string | undefined;

/**
 * The same card where no file is handed out: instead of each file, how to get it 1:1.
 * @param wordOf what is typed for the ask that makes a file
 */
export function filesOneToOne(shown: Card, wordOf: WordOf = () => undefined): Card {
  if (!shown.body.some(({ kind }) => kind === 'file')) return shown;
  return { ...shown, body: shown.body.map((node) => (node.kind === 'file' ? offerOf(node, wordOf) : node)) };
}

function offerOf({ name, again }: Extract<Node, { kind: 'file' }>, wordOf: WordOf): Node {
  const word = wordOf(again.command);
  const how =
    word === undefined ? '1対1のチャットで受け取れます。' : `1対1のチャットで「${word}」と送ると受け取れます。`;
  return notice('quiet', `「${name}」は、ここではお渡しできません。伴走ボットとの${how}`);
}
