import { emailIn } from '../../programme/address.ts';
import { dutiesIn } from '../../programme/duty.ts';
import { type Duty, dutyNames } from '../../programme/member.ts';
import { itemIdsIn } from '../../programme/support/item-ids.ts';
import { tidy } from '../xlsx/number-format.ts';
import { type Problem, problem } from './fault.ts';
import { type CellSaid, plain } from './said.ts';

/** A municipality that other sheets may refer to: as it was read or, where that has a fault, as it was written. */
export type ListedMunicipality = {
  readonly code: string;
  readonly name: string;
  /** Whether code or name have a fault of their own, so that another writing of them may well be the right one. */
  readonly doubt: { readonly code: boolean; readonly name: boolean };
};
/** Absent while the sheet 市町村 cannot be read: references are then not judged. */
export type ListedMunicipalities = readonly ListedMunicipality[] | undefined;

/** What is already known from other sheets when a cell is read. */
export type CellContext = { readonly fiscalYear: number | undefined; readonly places: ListedMunicipalities };

export type Read<T> = { readonly value: T } | Problem;

/** A kind of cell: how it is read, and how the template helps to fill it in. */
export type Cell<T> = {
  readonly read: (said: CellSaid, known: CellContext) => Read<T>;
  /** What to write, in words; ends every complaint about the cell. */
  readonly expects: string;
  readonly width: number;
  readonly format: string;
  /** Words to choose from, or a range of the template that holds them. `strict` lists refuse anything else. */
  readonly list?: { readonly words: readonly string[] | string; readonly strict: boolean };
};

/** Excel's own code for text: keeps leading zeros and dates as they were typed. */
const AS_TEXT = '@';
const GENERAL = 'General';

export function isRead<T>(read: Read<T>): read is { readonly value: T } {
  return 'value' in read;
}

/** A cell read from words: `reader` gets the half-width text and answers undefined when it makes no sense of it. */
function worded<T>(expects: string, width: number, reader: (text: string) => T | undefined, format = AS_TEXT): Cell<T> {
  return {
    expects,
    width,
    format,
    read(said) {
      const value = reader(plain(said));
      return value === undefined ? unreadable(said, expects) : { value };
    },
  };
}

export function unreadable(said: CellSaid, expects: string): Problem {
  if (said.kind === 'broken') return problem(`セルがエラー（${said.text}）です`, `数式を直すか、${expects}`);
  if (said.kind === 'unclear') return said.problem;
  return problem(`「${shortened(plain(said))}」は読み取れません`, expects);
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

/** Free text, kept as it was typed: NFKC would change the characters of names. */
export function textCell(limit: number, width: number, what = '文字'): Cell<string> {
  const expects = `${what}を${limit}字までで書いてください`;
  return {
    expects,
    width,
    format: AS_TEXT,
    read(said) {
      if (said.kind !== 'text' && said.kind !== 'number') return unreadable(said, expects);
      const value = said.kind === 'text' ? said.text : plain(said);
      return value.length > limit ? problem(`${value.length}字あり、長すぎます`, expects) : { value };
    },
  };
}

/** One of a few words. Differences of width, case and spaces do not matter. */
export function choiceCell<T>(words: readonly (readonly [word: string, value: T])[], width: number): Cell<T> {
  const key = (word: string) => word.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const byWord = new Map(words.map(([word, value]) => [key(word), value]));
  const names = words.flatMap(([word, value], i) => (words.findIndex((w) => w[1] === value) === i ? [word] : []));
  const cell = worded(
    `「${names.join('」「')}」のどれかを書いてください`,
    width,
    (said) => byWord.get(key(said)),
    GENERAL,
  );
  return { ...cell, list: { words: names, strict: true } };
}

/** ○ or nothing. The many circles of Japanese input methods all mean yes. */
export const markCell: Cell<boolean> = {
  ...worded(
    '当てはまるときだけ「○」を書いてください（当てはまらないときは空）',
    9,
    (said) => {
      if (/^[○〇◯●◎Oo✓✔レ1]$|^(TRUE|はい|有)$/i.test(said)) return true;
      return /^[×✕xX0-]$|^(FALSE|いいえ|無)$/i.test(said) ? false : undefined;
    },
    GENERAL,
  ),
  list: { words: ['○'], strict: false },
};

export const mailCell: Cell<string> = worded(
  'メールアドレスを半角で1つ書いてください（例: hanako@town.example.jp。無いときは空）',
  32,
  emailIn,
);

/** An id of the catalogue such as S1-3; `find` answers the id as the catalogue writes it. */
export function idCell(find: (id: string) => string | undefined, list: string, expects: string): Cell<string> {
  const cell = worded(expects, 10, (said) =>
    find(
      said
        .replace(/[\s]/g, '')
        .replace(/[‐‑–—−ー]/g, '-')
        .toUpperCase(),
    ),
  );
  return { ...cell, list: { words: list, strict: false } };
}

const ITEMS_EXPECTS = '「一覧」シートの項目ID（例: S1-3、S2-1）を「、」で区切って書いてください';

/** Items by their ids, 「、」-separated; なし is none of them. */
export const itemsCell: Cell<readonly string[]> = {
  expects: ITEMS_EXPECTS,
  width: 20,
  format: AS_TEXT,
  read(said) {
    if (said.kind !== 'text') return unreadable(said, ITEMS_EXPECTS);
    if (saysNone(plain(said))) return { value: [] };
    const { ids, unknown } = itemIdsIn(said.text);
    return unknown === undefined && ids.length > 0
      ? { value: ids }
      : problem(`「${shortened(unknown ?? plain(said))}」という項目はありません`, ITEMS_EXPECTS);
  },
};

/** What takes away what an empty cell would leave as it is. */
export const saysNone = (said: string): boolean => /^(なし|無し|無)$/.test(said.trim());

const DUTIES_EXPECTS = `「${Object.values(dutyNames).join('」「')}」から、当てはまるものを「、」で区切って書いてください`;

/** 役目, 「、」-separated; なし is none of them. */
export const dutiesCell: Cell<readonly Duty[]> = {
  expects: DUTIES_EXPECTS,
  width: 18,
  format: AS_TEXT,
  read(said) {
    const { duties, unknown } = dutiesIn(plain(said));
    return unknown === undefined
      ? { value: duties }
      : problem(`「${shortened(unknown)}」という役目はありません`, DUTIES_EXPECTS);
  },
};

const partyNameCell = textCell(60, 22);
/** The name of a party; なし and 自社 are one's own people. */
export const partyCell: Cell<string> = {
  ...partyNameCell,
  read(said, known) {
    const name = plain(said).trim();
    return saysNone(name) || name === '自社' ? { value: '' } : partyNameCell.read(said, known);
  },
};

const COUNT_EXPECTS = '0から366までの日数を数字で書いてください（例: 12）';
export const countCell: Cell<number> = worded(
  COUNT_EXPECTS,
  10,
  (said) => {
    const count = /^\d{1,3}日?$/.test(said) ? Number.parseInt(said, 10) : undefined;
    return count !== undefined && count <= 366 ? count : undefined;
  },
  GENERAL,
);

/** A number, or a word that stands for one (有, 素案 …); which of both makes sense is the KPI's business. */
export type Amount =
  | {
      readonly number: number;
      /** Whether a per-cent sign is seen beside it. */
      readonly percent: boolean;
      readonly shown: string;
      /** The number in the cell, where it is another one than the one that is seen. */
      readonly kept?: number;
    }
  | { readonly word: string; readonly kept?: number };

/** 1,200 and 1200, .5 and 62%; a comma that does not part thousands is no comma of a number. */
const DIGITS = /^([-+]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)\s*(%?)$/;

export const amountCell: Cell<Amount> = {
  expects: '数字（有無の指標は「有」「無」）で書いてください',
  width: 12,
  format: GENERAL,
  read(said) {
    if (said.kind === 'flag') return { value: { word: said.flag ? '有' : '無' } };
    if (said.kind !== 'text' && said.kind !== 'number') return unreadable(said, amountCell.expects);
    const shown = plain(said);
    const [, sign = '', digits, per] = DIGITS.exec(shown) ?? [];
    if (digits === undefined) {
      return { value: { word: shown, ...(said.kind === 'number' ? { kept: said.number } : {}) } };
    }
    const seen = { number: Number(sign + digits.replaceAll(',', '')), percent: per === '%', shown };
    return { value: said.kind === 'text' ? seen : { ...seen, ...exactly(seen.number, said.number) } };
  },
};

/** The number in the cell where it is the one that is seen, whether Excel put a per-cent sign to it or a person did. */
function exactly(seen: number, kept: number): { readonly number: number; readonly kept?: number } {
  const same = [kept, kept * 100].map(tidy).find((one) => one === tidy(seen));
  if (same === undefined) return { number: seen, kept };
  return { number: same === tidy(kept) ? kept : same };
}
