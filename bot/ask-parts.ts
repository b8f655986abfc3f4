import { type Ask, buttons, type Card, card, notice, text } from '../cards/card.ts';
import { questionFor } from '../cards/question.ts';
import { never } from '../cards/understood.ts';
import { ask } from '../programme/asks.ts';
import { findKpi } from '../programme/catalogue.ts';
import { lastReading } from '../programme/kpi-record.ts';
import { type Entered, isConfirmedNone, lostParts } from '../programme/kpi-value.ts';
import { stateNames } from '../programme/provenance.ts';
import { type Week, weekOf } from '../programme/week.ts';
import { kpiAt } from '../storage/records.ts';
import type { MunicipalTurn } from './command.ts';

type Asked = Entered & { readonly kpi?: string | undefined; readonly week?: Week | undefined };

/**
 * The form that asks for the parts of a rate that was said without them, where they were said last; undefined where
 * there are none to lose.
 */
export async function askParts(
  command: 'report-kpi' | 'correct',
  input: Asked & Ask['input'],
  turn: MunicipalTurn,
): Promise<Card | undefined> {
  const kpi = findKpi(input.kpi ?? '');
  if (!kpi) return undefined;
  const at = kpiAt(turn.municipality.code, kpi.id);
  const record = (await turn.store.kpis.get(at.partition, at.id))?.value;
  const last = record && lastReading(record, input.week ?? weekOf(turn.now));
  const problem = lostParts(kpi, last, input);
  if (problem === undefined || last?.denominator === undefined) return undefined;
  const { value: _, ...given } = input;
  return questionFor({ name: command, says: [`${kpi.id} ${kpi.name}`] }, given, [
    { type: 'number', name: 'numerator', label: kpi.numerator ?? '分子', required: true, error: problem },
    {
      ...{ type: 'number', name: 'denominator', label: kpi.denominator ?? '分母', required: true },
      value: String(last.denominator),
    },
  ]);
}

/** 0/0 may be a slip, and is not a value: asked once whether there really is nothing to measure. */
export function askWhetherNone(
  input: Asked & { readonly kpi: string; readonly note?: string | undefined },
  { municipality }: MunicipalTurn,
): Card | undefined {
  const kpi = findKpi(input.kpi);
  if (!kpi || !isConfirmedNone(kpi, input)) return undefined;
  const yes = ask('report-kpi', { ...input, sure: 'yes', municipality: municipality.code });
  const edit = ask('report-kpi', { kpi: kpi.id, municipality: municipality.code, week: input.week, note: input.note });
  const says = `${kpi.denominator ?? '分母'}も0なので、値ではなく「${stateNames.confirmedNone}」として記録します。`;
  return card(
    'この値でよろしいですか',
    `${municipality.name} ${kpi.id} ${kpi.name} 0/0: ${says}まだ記録していません。`,
    text(`${municipality.name}　${kpi.id} ${kpi.name}　0/0`),
    notice('attention', says),
    text('まだ記録していません。', 'quiet'),
    buttons({ label: 'はい、記録する', ask: yes, look: 'primary' }, { label: '直す', ask: edit }, never),
  );
}
