import { findItem, findKpi, type Kpi } from '../../programme/catalogue.ts';
import type { SaidAnswer } from '../../programme/check-in/answer-sheet.ts';
import { stageChoices } from '../../programme/inputs.ts';
import { amountSaid, fractionSaid } from '../understand/amounts/numbers.ts';
import { BEGUN, stageNames } from '../understand/names/stage-words.ts';

/** What stands in the cells of a row as the chat would read it, and why that cannot be taken. */
type CellsAsSaid = { readonly said: SaidAnswer } | { readonly instead: string };

/**
 * 9割, 完了しました, 12/20: what a person writes into a cell is read as they would be in a chat. What is not read by
 * that stays as it stands, for the row to judge.
 */
export function cellsAsSaid(id: string, said: SaidAnswer): CellsAsSaid {
  const kpi = findKpi(id);
  if (kpi) return ofKpi(kpi, said);
  return findItem(id) && said.value !== undefined ? ofItem(said, said.value) : { said };
}

function ofItem(said: SaidAnswer, value: string): CellsAsSaid {
  const word = value.normalize('NFKC').replace(/[\s。.!]|です$/g, '');
  const found = new Set(stageNames.flatMap(([name, stage]) => (name.normalize('NFKC') === word ? [stage] : [])));
  const [stage, other] = [...found];
  if (stage === BEGUN || other !== undefined)
    return { instead: `「${value.slice(0, 20)}」では段階が決まりません。一覧から選んでください` };
  const label = stageChoices.find((choice) => choice.value === stage)?.label;
  return { said: label === undefined ? said : { ...said, value: label } };
}

function ofKpi(kpi: Kpi, said: SaidAnswer): CellsAsSaid {
  const { value, numerator, denominator } = said;
  const parts =
    value === undefined || numerator !== undefined || kpi.denominator === undefined ? undefined : fractionSaid(value);
  if (parts) {
    const { value: _, ...rest } = said;
    return { said: { ...rest, numerator: String(parts.numerator), denominator: String(parts.denominator) } };
  }
  const about = [value, numerator, denominator].find((cell) => cell !== undefined && amountSaid(cell)?.approximate);
  if (about !== undefined)
    return { instead: `「${about.slice(0, 20)}」は、およその数です。はっきりした数を書いてください` };
  return {
    said: {
      ...said,
      ...(value === undefined ? {} : { value: counted(value, kpi.unit) }),
      ...(numerator === undefined ? {} : { numerator: counted(numerator) }),
      ...(denominator === undefined ? {} : { denominator: counted(denominator) }),
    },
  };
}

/** What is counted is said along, and is not the same everywhere. */
const COUNTER = /(?:課|所管|手続き?|窓口|業務|枚|通|校|世帯|か所|[人名件回])$/;

/** Only what has a word in it is read: a plain number is one already. */
function counted(cell: string, unit?: string): string {
  if (unit === '有無' || !/[^\d\s.,%+-]/.test(cell.normalize('NFKC'))) return cell;
  const amount =
    amountSaid(cell, unit) ?? (unit === undefined ? amountSaid(cell.trim().replace(COUNTER, '')) : undefined);
  return amount === undefined ? cell : String(amount.value);
}
