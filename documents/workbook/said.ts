/** What a cell says, whatever Excel made of it. `percent` is a number that Excel shows with a % sign (0.62 as 62%). */
export type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly percent: boolean }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'date'; readonly day: string; readonly time: string }
  | { readonly kind: 'broken'; readonly text: string };

const NOTHING: Said = { kind: 'nothing' };

/** @param value a cell's value as exceljs gives it; @param format its number format. */
export function saidOf(value: unknown, format = ''): Said {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'boolean') return { kind: 'flag', flag: value };
  if (typeof value === 'number') return numberOf(value, format);
  if (value instanceof Date) return momentOf(value);
  return typeof value === 'object' ? compositeOf(value as Readonly<Record<string, unknown>>, format) : NOTHING;
}

/** Rich text, links, errors and formulas (by their last result). */
function compositeOf(value: Readonly<Record<string, unknown>>, format: string): Said {
  if ('error' in value) return { kind: 'broken', text: String(value['error']) };
  if (Array.isArray(value['richText'])) {
    return textOf(value['richText'].map((run: { text?: unknown }) => String(run?.text ?? '')).join(''));
  }
  if ('formula' in value || 'sharedFormula' in value) {
    return value['result'] === undefined ? { kind: 'broken', text: '計算結果なし' } : saidOf(value['result'], format);
  }
  return 'text' in value ? saidOf(value['text'], format) : NOTHING;
}

/** Characters nobody can see, which copying from mails and web pages brings along. */
const INVISIBLE = /\p{Cf}/gu;
const BLANK = /[\p{Cc}\s]+/gu;

function textOf(raw: string): Said {
  const text = raw.replace(INVISIBLE, '').replace(BLANK, ' ').trim();
  return text === '' ? NOTHING : { kind: 'text', text };
}

function numberOf(number: number, format: string): Said {
  if (!Number.isFinite(number)) return { kind: 'broken', text: String(number) };
  return { kind: 'number', number, percent: format.includes('%') };
}

/** Excel's dates have no zone; exceljs carries them as UTC. Half a minute undoes the rounding of times stored as fractions. */
function momentOf(date: Date): Said {
  const rounded = new Date(date.getTime() + 30_000);
  const year = rounded.getUTCFullYear();
  if (!(year >= 1899 && year <= 9999)) return { kind: 'broken', text: '日付' };
  const iso = rounded.toISOString();
  return { kind: 'date', day: iso.slice(0, 10), time: iso.slice(11, 16) };
}

/** The cell as text for messages and for words in it: half width, single spaces. */
export function plain(said: Said): string {
  if (said.kind === 'text') return said.text.normalize('NFKC').trim();
  if (said.kind === 'number') return said.percent ? `${tidy(said.number * 100)}%` : String(tidy(said.number));
  if (said.kind === 'flag') return said.flag ? 'TRUE' : 'FALSE';
  if (said.kind === 'date') return said.day < '1900-01-01' ? said.time : said.day;
  return said.kind === 'broken' ? said.text : '';
}

/** 0.62 × 100 is 62, not 62.00000000000001. */
export function tidy(number: number): number {
  return Number(number.toPrecision(12));
}
