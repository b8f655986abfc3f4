/** Fictional people: a family and a given name per index, none twice within 900. */
const FAMILIES = [
  '山田',
  '小林',
  '柳沢',
  '宮坂',
  '丸山',
  '清水',
  '高橋',
  '中村',
  '竹内',
  '北原',
  '伊藤',
  '百瀬',
  '降旗',
  '市川',
  '原',
  '滝沢',
  '依田',
  '井出',
  '篠原',
  '新海',
  '青木',
  '上條',
  '塩原',
  '太田',
  '唐澤',
  '樋口',
  '松本',
  '関',
  '荻原',
  '池上',
];
const GIVENS = [
  '花子',
  '太郎',
  '美咲',
  '健一',
  '陽子',
  '誠',
  '真由',
  '翔太',
  '直樹',
  '由美',
  '大輔',
  '恵',
  '拓也',
  '千春',
  '修',
  '彩',
  '隆',
  '香織',
  '亮',
  '智子',
  '健太',
  '理恵',
  '学',
  '裕子',
  '和也',
  '早苗',
  '徹',
  '綾',
  '浩二',
  '望',
];

export function personName(index: number): string {
  return `${FAMILIES[index % FAMILIES.length]} ${GIVENS[(index + Math.floor(index / FAMILIES.length)) % GIVENS.length]}`;
}

/** The same numbers in every run, so that the demonstration and its pictures stay the same. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
