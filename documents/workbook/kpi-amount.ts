import type { Kpi } from '../../programme/catalogue.ts';
import { isPossible } from '../../programme/progress/kpi-value.ts';
import { tidy } from '../xlsx/number-format.ts';
import type { Amount } from './cells.ts';
import { type Problem, problem } from './fault.ts';

const YES = /^([○〇◯●有]|あり|有り|はい)$/;
const NO = /^([×✕無]|なし|無し|いいえ)$/;

/** A baseline or target in the KPI's unit, or what to write instead. */
export function kpiValue(kpi: Kpi, said: Amount | undefined): number | Problem | undefined {
  if (said === undefined) return undefined;
  const value = 'word' in said ? fromWord(kpi, said.word) : said.number;
  const unclear = 'word' in said ? undefined : unclearRate(kpi, said);
  if (unclear) return unclear;
  if (value !== undefined && isPossible(kpi, value)) return value;
  const shown = 'word' in said ? said.word.slice(0, 30) : said.shown;
  return problem(`「${shown}」は${kpi.id} ${kpi.name}の値にできません`, `${expectedOf(kpi)}を書いてください`);
}

/** What is seen of a number must say whether it is a rate: 0.8 may be meant as 80%, and 80% is no number of people. */
function unclearRate(
  kpi: Kpi,
  { number, percent, shown }: Exclude<Amount, { readonly word: string }>,
): Problem | undefined {
  if (percent && kpi.unit !== '%') {
    return problem(
      `「${shown}」は率ですが、${kpi.id} ${kpi.name}の単位は${kpi.unit}です`,
      `${expectedOf(kpi)}を書いてください`,
    );
  }
  if (percent || kpi.type !== 'percent' || number <= 0 || number >= 1) return undefined;
  const whole = tidy(number * 100);
  return problem(`「${shown}」は${shown}%とも${whole}%とも読めます`, `「${whole}%」か「${shown}%」と書いてください`);
}

/** That another number is read than the one in the cell, because that is what people see. */
export function shownNote(said: Amount | undefined, read: number): Problem | undefined {
  if (said?.kept === undefined || said.kept === read) return undefined;
  const what = `「${'word' in said ? said.word : said.shown}」と表示されている数（セルの中は${said.kept}）を、表示のとおりに読みます`;
  return problem(what, '違うときは、値か表示形式を直してください');
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
