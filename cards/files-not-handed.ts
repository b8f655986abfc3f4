import { type Card, type Node, notice } from './card.ts';

type FileNode = Extract<Node, { kind: 'file' }>;

/**
 * The same card where its files could not be handed over: instead of each, how to get it. Undefined where it has none.
 * @param largest in bytes, of what the chat takes
 */
export function filesNotHanded(shown: Card, largest: number): Card | undefined {
  if (!shown.body.some(({ kind }) => kind === 'file')) return undefined;
  return { ...shown, body: shown.body.map((node) => (node.kind === 'file' ? insteadOf(node, largest) : node)) };
}

const BY_HAND = '事務局に伝えると、運用の担当が書き出したファイルを受け取れます。';

function insteadOf({ name, content }: FileNode, largest: number): Node {
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  if (bytes > largest)
    return notice('attention', `「${name}」は${megabytes(bytes)}あり、このチャットではお渡しできません。${BY_HAND}`);
  return notice(
    'attention',
    `「${name}」をお渡しできませんでした。少し待って、もう一度お試しください。続くときは、${BY_HAND}`,
  );
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)}MB`;
