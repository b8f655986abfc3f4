/**
 * Characters of names that many keyboards offer only one of: 髙橋 is typed 高橋. Each group is one character in two or
 * more shapes; which one a person writes is theirs, so they compare as one and are stored as the roster has them.
 */
const SHAPES = `
  高髙 崎﨑嵜碕 辺邊邉 浜濱濵 斎齋斉齊 吉𠮷 柳栁桺 徳德 沢澤 広廣 島嶋嶌 国國 桜櫻 滝瀧
  竜龍 真眞 槙槇 恵惠 栄榮 条條 桧檜 壮壯 増增 瀬瀨 頼賴 冨富 峰峯 館舘
  児兒 関關 渋澁 円圓 黒黑 横橫 朗郞 郎郞 宮宫 緑綠 薮藪籔 蔵藏 学學 寿壽
  実實 静靜 弥彌 万萬 与與 亀龜 会會 寛寬 巌巖 鉄鐵
`
  .trim()
  .split(/\s+/);

const shapes = new Map(SHAPES.flatMap((group) => [...group].map((each) => [each, [...group][0] ?? each] as const)));

/** The one shape that stands for all shapes of a character. */
export const shapeOf = (sign: string): string => shapes.get(sign) ?? sign;

/** 佐藤 花子（旧 山田 花子）, （旧姓 山田）, （旧 yamada@example.jp）: who somebody was before, as the roster may say. */
const FORMERLY = /[(（]\s*旧姓?[\s:：]*(.+?)\s*[)）]\s*$/u;

export function withoutFormer(said: string): { readonly name: string; readonly formerly: string | undefined } {
  return { name: said.replace(FORMERLY, '').trim(), formerly: FORMERLY.exec(said)?.[1] };
}

/** A name to compare by: any width, with or without a space, without marks that only choose between drawings. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s|\p{Variation_Selector}/gu, '')
    .toLowerCase();
}

/** The same, whichever shape of a character the writer's keyboard offers. Good for asking, not for knowing. */
export function shapelessName(name: string): string {
  return [...plainName(name)].map(shapeOf).join('');
}
