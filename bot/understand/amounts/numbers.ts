import { fold } from '../text/fold.ts';
import { lastingSaid } from './lasting.ts';
import { NUMERAL, numeralOf } from './numerals.ts';

/** A number as it was said, in the unit that was asked for. */
export type AmountSaid = {
  readonly value: number;
  /** 約, ぐらい, 程度 …: the person does not claim it to be exact. */
  readonly approximate: boolean;
  /** 「120万円」を1,200千円: present where the number was not said in the unit it is kept in. */
  readonly conversion?: string;
};
export type FractionSaid = { readonly numerator: number; readonly denominator: number };

const ABOUT = '約|およそ|おおよそ|おおむね|概ね|だいたい|大体|ほぼ';
const OR_SO = 'くらい|ぐらい|ほど|程度|前後|弱|強|余り';
const POLITE = '(?:になっています|になりました|となりました|でした|です|ですね|だよ|だ|になります|となります)?[。!、]*';
const UNIT = '[^\\d\\s。!?、]{1,6}?';
const AMOUNT = new RegExp(`^(${ABOUT})?(${NUMERAL})(${UNIT})??(${OR_SO})?${POLITE}$`);

/** Words for one unit; what is not in the list of a unit does not fit it. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  '%': ['%', 'パーセント', 'パー'],
  回: ['回', '度', '号'],
  件: ['件', '個', 'つ', '手続', '手続き', 'サービス', 'システム', 'ツール', '事業', '本'],
  人: ['人', '名'],
  業務: ['業務', '件'],
  種別: ['種別', '種類', '件'],
  '時間/年': ['時間/年', '時間', 'h'],
  分: ['分', '分間'],
  点: ['点', 'ポイント'],
  千円: ['千円'],
  団体: ['団体', '市町村', 'か所'],
  日: ['日', '日間'],
  営業日: ['営業日', '開庁日', '日'],
};
const UNITS = [...new Set(Object.values(SAME).flat())].toSorted((a, b) => b.length - a.length).join('|');
const COUNTER = '(?:手続|窓口|業務|[人名課件回枚通つ個台社])?(?:の(?:窓口|手続き?|業務|職員|課|施設|様式|件))?';
const PLAIN_NUMERAL = '(?:[-−▲△]|マイナス|まいなす)?\\d(?:[\\d,.]*\\d)?(?:(?<=\\d)[千百十万億]+\\d*)*';
const KANJI_NUMERAL = '(?<!\\p{Script=Han})[〇零一二三四五六七八九十百千万億]{1,16}(?!\\p{Script=Han})';

/** 数百万, 何十件: no number, and no part of one either. */
const NOT_VAGUE = '(?<![数何幾][十百千万億]{1,4})(?!(?<=[数何幾])[十百千万億])';
/** 数百万円, .35, 9/, /15: said as a value, and asked for again. */
const UNCLEAR =
  '数[十百千万億]{1,4}(?:円|件|人|回|時間)?|(?<![\\d.a-z])\\.\\d{1,3}(?!\\d)|(?<![\\d./a-z])\\d[\\d,]*\\s?/(?![\\d\\p{L}])|(?<![\\d\\p{L}/:.)])/\\s?\\d[\\d,]*(?![\\d/])';

/** What may stand behind a numeral: looked for once a numeral, however many ways it could be cut. */
const BEHIND_NUMERAL = `時間(?:半|\\d{1,2}分)|分半|分\\d{1,2}秒|割(?:${NUMERAL}分)?|(?:\\s[百千万億]{0,4})?円|\\s?(?:${fold(UNITS)})(?![a-z])`;

/** Everything `amountSaid` may read, as it stands in a folded sentence. */
export const AMOUNT_WORDS = new RegExp(
  `${UNCLEAR}|(?:${ABOUT})?(?<![a-z\\d.])${NOT_VAGUE}(?:${NUMERAL}(?:${BEHIND_NUMERAL})|${PLAIN_NUMERAL}(?![\\d,.]*\\d|\\p{Script=Han}|[a-z])|${KANJI_NUMERAL})(?:${OR_SO})?`,
  'gu',
);
/** 150人のうち受講141人: what is counted of them, and never what is left. */
const OF_THEM =
  '(?:(?:受講|報告|実施|完了|回答|対応|参加|出席|修了|導入|利用|取得|提出|整備|達成|使用|活用|点検|確認|策定|発行)(?:済み?|者|した(?:の|もの|人)?)?[がはで]?、?)?';
/** Everything `fractionSaid` may read. */
export const FRACTION_WORDS = new RegExp(
  `(?<![\\d/.-])${NUMERAL}${COUNTER}\\s*(?:/|中の?、?|のうち、?|の内、?|うち、?|分の)\\s*${OF_THEM}${NUMERAL}${COUNTER}(?![\\d/])`,
  'gu',
);

const YES = /^(有|有り|あり|有る|ある)$/;
const NO = /^(無|無し|なし)$/;

/**
 * 62, ６２％, 約1,204人, 六十二, 3割, 120万円 as a number in `unit`; without one, in whatever was said.
 * Undefined for anything else: a unit that does not fit, two numbers, a question.
 */
export function amountSaid(text: string, unit?: string): AmountSaid | undefined {
  const plain = squeezed(text);
  if (unit === '有無') return yesOrNo(plain);
  const tenths = unit === undefined || unit === '%' ? tenthsOf(plain) : undefined;
  return tenths ?? measured(plain, unit);
}

function measured(plain: string, unit: string | undefined): AmountSaid | undefined {
  const lasting = lastingSaid(plain, unit);
  if (lasting)
    return {
      value: lasting.value,
      approximate: false,
      conversion: converted(lasting.said, lasting.value, lasting.unit),
    };
  const [found, about, numeral = '', said = '', orSo] = AMOUNT.exec(plain) ?? [];
  if (found === undefined) return undefined;
  const approximate = about !== undefined || orSo !== undefined;
  if (said.endsWith('円')) return moneyOf(numeral + said, unit, approximate);
  // Nobody counts thousands of yen in 万: 1,200万 and 25万5千 are of yen.
  if (unit === '千円' && said === '') return sumOf(numeral, approximate);
  const value = numeralOf(numeral);
  if (value === undefined || isLoose(numeral)) return undefined;
  if (said === '時間' && unit === '分')
    return { value: value * 60, approximate, conversion: converted(`${numeral}${said}`, value * 60, unit) };
  return fits(said, unit) ? { value, approximate } : undefined;
}

/**
 * Nobody counts thousands of yen in 万: 1,200万 and 25万5千 are of yen. 85万3 and 三千 may be cut short; a plain number is
 * of thousands.
 */
function sumOf(numeral: string, approximate: boolean): AmountSaid | undefined {
  if (/[万億]\d{1,2}$|^[^万億]*千$/.test(numeral)) return undefined;
  if (/[万億]/.test(numeral)) return moneyOf(`${numeral}円`, '千円', approximate);
  const value = numeralOf(numeral);
  return value === undefined ? undefined : { value, approximate };
}

/** 12/40, 40人中12人, 40分の12, 40課のうち12課 */
export function fractionSaid(text: string): FractionSaid | undefined {
  const plain = squeezed(text);
  const parts =
    new RegExp(`^(?<top>${NUMERAL})${COUNTER}/(?<bottom>${NUMERAL})${COUNTER}${POLITE}$`).exec(plain) ??
    new RegExp(
      `^(?<bottom>${NUMERAL})${COUNTER}(?:中の?|のうち|の内|うち|分の)、?${OF_THEM}(?<top>${NUMERAL})${COUNTER}${POLITE}$`,
    ).exec(plain);
  const numerator = numeralOf(parts?.groups?.['top'] ?? '');
  const denominator = numeralOf(parts?.groups?.['bottom'] ?? '');
  return numerator === undefined || denominator === undefined ? undefined : { numerator, denominator };
}

/** A space between two digits stays: 62 63 is two numbers. */
const squeezed = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '');

function yesOrNo(text: string): AmountSaid | undefined {
  const word = text.replace(new RegExp(`${POLITE}$`), '');
  if (YES.test(word) || word === '1') return { value: 1, approximate: false };
  return NO.test(word) || word === '0' ? { value: 0, approximate: false } : undefined;
}

/** 3割 is 30%, 3割5分 35%. */
function tenthsOf(text: string): AmountSaid | undefined {
  const tenths = new RegExp(`^(${ABOUT})?((${NUMERAL})割(?:(${NUMERAL})分)?)(${OR_SO})?${POLITE}$`);
  const [found, about, said = '', whole = '', part = '0', orSo] = tenths.exec(text) ?? [];
  const [tens, ones] = [numeralOf(whole), numeralOf(part)];
  // 0.4割 may be a slip for 4割.
  if (found === undefined || tens === undefined || ones === undefined || ones > 9 || (tens > 0 && tens < 1))
    return undefined;
  const value = tens * 10 + ones;
  return { value, approximate: about !== undefined || orSo !== undefined, conversion: converted(said, value, '%') };
}

/** Yen of any scale, in the unit money is kept in. */
function moneyOf(said: string, unit: string | undefined, approximate: boolean): AmountSaid | undefined {
  const yen = numeralOf(said.slice(0, -1).replace(/^([\d,.]+)(百万|千)$/, inFull));
  if (yen === undefined || (unit !== undefined && unit !== '千円')) return undefined;
  const value = yen / 1000;
  const plain = /^[\d,.]+千円$/.test(said);
  return { value, approximate, ...(plain ? {} : { conversion: converted(said, value, '千円') }) };
}

/** 3.5千 and 2百万 are counted in thousands and millions, as ledgers have them. */
const inFull = (_: string, count: string, scale: string) =>
  String(Math.round(Number(count.replaceAll(',', '')) * (scale === '千' ? 1e3 : 1e6) * 1e3) / 1e3);

const converted = (said: string, value: number, unit: string) =>
  `「${said}」を${value.toLocaleString('ja-JP', { maximumFractionDigits: 3 })}${unit}`;

/** 「3千」 without 円 may be a number of thousands or a slip for 千円: it is asked for again. */
const isLoose = (numeral: string) => /^\d[\d,.]*千$/.test(numeral);

function fits(said: string, unit: string | undefined): boolean {
  if (said === '') return true;
  if (unit === undefined) return Object.values(SAME).some((words) => words.includes(said));
  return (SAME[unit] ?? [unit]).includes(said);
}
