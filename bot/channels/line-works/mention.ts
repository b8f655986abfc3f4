import { withoutCalls } from '../../../programme/called.ts';

const TAG = /<\/?m(?:\s+userId="([^"]*)")?\s*\/?>/g;

/**
 * What was said to the bot in a room where others talk too; undefined where it was not said to it. The documentation
 * shows no structure for mentions in callbacks: implementers meet the plain name, wherever in the sentence.
 */
export function saidTo(text: string, bot: { readonly id: string; readonly name: string }): string | undefined {
  const isTagged = [...text.matchAll(TAG)].some(([, id]) => id === bot.id);
  const plain = text.replace(TAG, ' ');
  const said = withoutCalls(plain, [bot.name]);
  return isTagged ? (said ?? plain).trim() : said;
}
