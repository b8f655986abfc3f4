import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the recount knows of an export: its JSON files, and the data of the catalogue. No code of the product is used, so
 * that a mistake in it is not made twice.
 */
export type Undoable = { readonly undone?: unknown };
export type Town = { readonly code: string; readonly name: string; readonly supported: boolean };

/** What a figure comes to; `text` where the words matter, as a denominator does. */
export type Counted = { readonly value?: number; readonly text?: string };

export class Exported {
  readonly fiscalYear: number;
  readonly found = new Map<string, Counted>();
  readonly #folder: string;

  constructor(folder: string, fiscalYear: number) {
    this.#folder = folder;
    this.fiscalYear = fiscalYear;
  }

  read<T>(name: string): readonly T[] {
    return JSON.parse(readFileSync(join(this.#folder, `${name}.json`), 'utf8')) as T[];
  }

  say(what: string, value: number, text?: string): void {
    this.found.set(what, { value, ...(text === undefined ? {} : { text }) });
  }

  get towns(): readonly Town[] {
    return this.read<Town>('municipalities').toSorted((a, b) => a.code.localeCompare(b.code));
  }

  get programme(): { readonly start: string; readonly end: string } {
    const [programme] = this.read<{ start: string; end: string }>('programmes');
    if (!programme) throw new Error('no programme in the export');
    return programme;
  }

  isOfYear(day: string): boolean {
    return day >= `${this.fiscalYear}-04-01` && day <= `${this.fiscalYear + 1}-03-31`;
  }
}

export const current = <T extends Undoable>(all: readonly T[]): T | undefined =>
  all.findLast(({ undone }) => undone === undefined);

export const summed = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** 83.3%（40/48） as a report writes it. */
export const rateSaid = (numerator: number, denominator: number, unit = ''): string =>
  `${Math.round((numerator / denominator) * 1000) / 10}%（${numerator}/${denominator}${unit}）`;

/** 令和8年11月29日（日） */
export function dateSaid(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const weekday = '日月火水木金土'[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `令和${year - 2018}年${month}月${date}日（${weekday}）`;
}

/** The day in Japan of a moment. */
export const dayIn = (at: string): string => new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(0, 10);
