/**
 * What was said to the bot in a room where others talk too; undefined where it was not said to it. The documentation
 * shows no structure for mentions in callbacks: implementers meet the plain name in front.
 */
export function saidTo(text: string, bot: { readonly id: string; readonly name: string }): string | undefined {
  const tag = /^\s*<m userId="([^"]*)">\s*/.exec(text);
  if (tag) return tag[1] === bot.id ? text.slice(tag[0].length).trim() : undefined;
  const plain = text.trimStart();
  const call = [`@${bot.name}`, `＠${bot.name}`].find((each) => plain.startsWith(each));
  if (call === undefined) return undefined;
  const rest = plain.slice(call.length);
  return rest === '' || /^[\s:：、,]/.test(rest) ? rest.replace(/^[\s:：、,]+/, '').trim() : undefined;
}
