/** An @ that calls somebody: not the one of an address, whose other half has letters and stands right before it. */
const AT = String.raw`[@＠](?<![A-Za-z][A-Za-z0-9._%+\-]*@)`;
/** What may follow a name that stands whole. 伴走ボット（試験） and 伴走ボット2 are other names. */
const AFTER = String.raw`(?=$|[\s:：、,，。．.!！?？」』]|さん|さま|様)(?:さん|さま|様)?[\s:：、,，]*`;
const SPECIAL = /[\\^$.*+?()[\]{}|/-]/g;

/**
 * A sentence without the names the bot is called by; undefined where none of them stands in it. A name counts
 * only when it stands whole behind an @, wherever in the sentence.
 */
export function withoutCalls(text: string, names: readonly string[]): string | undefined {
  const whole = names.map((name) => name.normalize('NFC').trim()).filter((name) => name !== '');
  if (whole.length === 0) return undefined;
  const any = whole.map((name) => name.replace(SPECIAL, String.raw`\$&`)).join('|');
  const call = new RegExp(`[^\\S\\n]?${AT}(?:${any})${AFTER}`, 'gu');
  const rest = text.replace(call, ' ');
  return rest === text ? undefined : rest.trim();
}
