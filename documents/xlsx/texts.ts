import { unescaped } from './escapes.ts';
import { type Attributes, walk } from './xml.ts';

/** Readings of names written over them, which are not part of the text. */
const UNSAID = new Set(['rPh', 'phoneticPr', 'rPr', 'extLst']);

/** Gathers the text of one string, plain or in pieces of several fonts. `container` is the element that holds it. */
export class TextGatherer {
  readonly #container: string;
  #text = '';

  constructor(container: string) {
    this.#container = container;
  }

  /** Whether an element under these belongs to what a person reads. */
  add(text: string, above: readonly string[]): void {
    const from = above.lastIndexOf(this.#container);
    if (from < 0 || above.at(-1) !== 't') return;
    if (above.slice(from).some((name) => UNSAID.has(name) || name.includes(':'))) return;
    this.#text += text;
  }

  /** The text so far; begins a new one. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return unescaped(text);
  }
}

/** The strings that cells refer to by number. */
export function sharedTexts(part: Uint8Array): readonly string[] {
  const texts: string[] = [];
  const gatherer = new TextGatherer('si');
  const isString = (name: string, above: readonly string[]) => name === 'si' && above.at(-1) === 'sst';
  walk(part, {
    text: (text, above) => gatherer.add(text, above),
    close: (name, above) => {
      if (isString(name, above)) texts.push(gatherer.take());
    },
  });
  return texts;
}

/** What Excel takes as a format. */
const LONGEST_FORMAT = 255;

/** The number formats of a workbook, by the style that a cell names. */
export function formatsOf(part: Uint8Array): readonly string[] {
  const own = new Map<number, string>();
  const styles: number[] = [];
  walk(part, {
    open(name, attributes: Attributes, above) {
      if (name === 'numFmt' && above.at(-1) === 'numFmts') {
        own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      }
      if (name === 'xf' && above.at(-1) === 'cellXfs') styles.push(Number(attributes['numFmtId'] ?? 0));
    },
  });
  return styles.map((id) => (own.get(id) ?? BUILT_IN[id] ?? 'General').slice(0, LONGEST_FORMAT));
}

const ERA_DAY = '[$-411]ge.m.d';
const LONG_ERA_DAY = '[$-411]ggge"年"m"月"d"日"';
const [YEAR_MONTH, MONTH_DAY] = ['yyyy"年"m"月"', 'm"月"d"日"'];
/** What the numbers mean that need no declaration; those from 27 on as a Japanese Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  5: '¥#,##0;¥-#,##0',
  6: '¥#,##0;[Red]¥-#,##0',
  7: '¥#,##0.00;¥-#,##0.00',
  8: '¥#,##0.00;[Red]¥-#,##0.00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'yyyy/m/d h:mm',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  27: ERA_DAY,
  28: LONG_ERA_DAY,
  29: LONG_ERA_DAY,
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  36: ERA_DAY,
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: YEAR_MONTH,
  35: MONTH_DAY,
  52: YEAR_MONTH,
  53: MONTH_DAY,
  50: ERA_DAY,
  51: LONG_ERA_DAY,
  54: LONG_ERA_DAY,
  55: YEAR_MONTH,
  56: MONTH_DAY,
  57: ERA_DAY,
  58: LONG_ERA_DAY,
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
  48: '##0.0E+0',
  49: '@',
};
