/** What asks for a case, and stands behind what it shall be of. */
const CASE = '(?:成功|好|先進|優良|参考|取り?組み?|導入|活用|実践|他市町村|県内)?(?:事例集?|成功例|取り?組み?例|好例)';
/** What only asks; it stands by itself or behind a particle, so that 書かない is left whole. */
const ASKS = new RegExp(
  [
    '(?:^|\\s|を|は|が|って|について|に関する|も)',
    '(?:見せて|みせて|見たい|みたい|見られる|見る|教えて|おしえて|知りたい|探して|さがして|探したい|紹介して|出して',
    '|あります|ありません|ありませ|ある|あれば|ないです|ない|一覧|ほしい|欲しい|お願い(?:します)?|ください|下さい|くれ|もらえ',
    '|です|ます|でしょう|んです|か|の|ね|よ|。|、|[?!！？]|\\s)+$',
  ].join(''),
);
/** What says of a case no more than that it is one. */
const VAGUE =
  /^(?:どんな|どのような|何か|なにか|何|ほか|他|よそ|県内|各地|全国|近く|近隣|どこか|別|いろいろな?|色々な?|いい|良い|よい|面白い|参考になる|役に立つ|最近|新しい|共有された|承諾された|公開された)(?:の|な)?/;
const ELSEWHERE = /^(?:(?:ほか|他|よそ|別|県内)の?)?(?:市町村|自治体|団体|町|村|市|ところ|役場|役所)(?:の|で|では)?/;

/**
 * The words a case is looked for by, in a sentence that asks for cases: 窓口の事例ありますか → 窓口. Undefined where it
 * names none.
 */
export function soughtWords(said: string): string | undefined {
  const plain = said.normalize('NFKC').trim();
  const [before = '', ...behind] = plain.split(new RegExp(CASE));
  const words = [withoutVague(before), withoutVague(withoutAsking(behind.join(' ')))];
  return words.find((each) => each !== '');
}

/** The same for what was typed behind the command's word: 見せて is nothing to look for. */
export const withoutAsking = (typed: string): string => {
  const once = ` ${typed} `.replace(ASKS, '').trim();
  return once === typed.trim() ? once : withoutAsking(once);
};

/** 他の町, よその村: no size that is meant. */
export const saysElsewhere = (said: string): boolean =>
  /(?:他|ほか|よそ|別|近く|近隣)の?(?:市|町|村)/.test(said.normalize('NFKC'));

function withoutVague(words: string): string {
  const plain = words.trim().replace(/(?:の|に関する|についての|に関しての|における|での|で|な|を|する|した|、)+$/, '');
  const less = plain.replace(VAGUE, '').replace(ELSEWHERE, '');
  return less === plain ? plain : withoutVague(less);
}
