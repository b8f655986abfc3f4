const TURNED = /^(?:やっぱり?|やはり|いや|いえ)[、,\s]*/u;
const ENDING =
  '(?:です|でした|だった|し|いたし|ます|ました|ください|下さい|とする|する|した|としま(?:す|した)|にしま(?:す|した)|にする|で|よ|ね|わ)*';
/** What somebody says who lets it be. */
const LETS_BE = new RegExp(
  `^(?:いい|よい|良い|大丈夫|結構|不要|なし|(?:いら|要ら)(?:ない|ん)|足り(?:る|た|て(?:い)?る|て(?:い)?ま|ま)|(?:や|止)め(?:る|た|て|とく|ておく|ま)?|取り?消(?:し|す)|取り?下げ(?:る)?|中止|待って|待つ|保留|違う|違い|ちがう|間違い|間違え(?:た|ま)?|戻(?:す|して|る))${ENDING}$`,
  'u',
);
/** What somebody says who decides otherwise. */
const VERDICT = new RegExp(`^(?:不?承[認諾]|受領|条件(?:つき|付き?)(?:の?承[認諾])?|直しの依頼)${ENDING}$`, 'u');

/**
 * Whether a text that was written to say why, or what is missing, is rather a change of mind: やっぱり承認, やっぱりいい, or
 * nothing but a verdict. A reason that begins with やはり and goes on is a reason.
 */
export function isSecondThought(text: string): boolean {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[。、.!\s]+$/u, '');
  const rest = said.replace(TURNED, '');
  return VERDICT.test(rest) || (rest !== said && LETS_BE.test(rest));
}
