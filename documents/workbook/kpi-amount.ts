import type { Kpi } from '../../programme/catalogue.ts';
import { readingOf } from '../../programme/kpi-value.ts';
import type { Amount } from './cell.ts';
import { type Problem, problem } from './fault.ts';
import { tidy } from './said.ts';

const YES = /^([○〇◯●有]|あり|有り|はい)$/;
const NO = /^([×✕無]|なし|無し|いいえ)$/;

/** A baseline or target in the KPI's unit, or what to write instead. */
export function kpiValue(kpi: Kpi, said: Amount | undefined): number | Problem | undefined {
  if (said === undefined) return undefined;
  const value = 'word' in said ? fromWord(kpi, said.word) : fromNumber(kpi, said);
  const reading = value === undefined ? undefined : readingOf(kpi, { value });
  if (typeof reading === 'object') return reading.value;
  const shown = 'word' in said ? said.word.slice(0, 30) : String(said.number);
  return problem(`「${shown}」は${kpi.id} ${kpi.name}の値にできません`, `${expectedOf(kpi)}を書いてください`);
}

/** A cell that Excel shows as 62% holds 0.62. */
function fromNumber(kpi: Kpi, said: { readonly number: number; readonly percent: boolean }): number {
  return said.percent && kpi.unit === '%' ? tidy(said.number * 100) : said.number;
}

function fromWord(kpi: Kpi, word: string): number | undefined {
  if (kpi.type === 'boolean') return YES.test(word) ? 1 : NO.test(word) ? 0 : undefined;
  const grade = kpi.grades?.find(([, name]) => name.normalize('NFKC') === word);
  if (grade) return grade[0];
  const unit = kpi.unit.normalize('NFKC');
  const bare = word.endsWith(unit) ? word.slice(0, -unit.length).replaceAll(',', '').trim() : '';
  return /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined;
}

function expectedOf(kpi: Kpi): string {
  if (kpi.type === 'boolean') return '「有」か「無」';
  if (kpi.grades) return kpi.grades.map(([at, name]) => `${at}（${name}）`).join('・');
  if (kpi.type === 'percent') return '0から100までの数（62%なら62）';
  if (kpi.type === 'score') return '0から5までの数';
  return kpi.type === 'count' ? `0以上の整数（単位は${kpi.unit}）` : `0以上の数（単位は${kpi.unit}）`;
}
