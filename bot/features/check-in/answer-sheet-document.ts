import { currentWeek } from '../../../programme/asked-year.ts';
import { editionOf } from '../../../programme/catalogue.ts';
import { answerRows } from '../../../programme/check-in/answer-sheet.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { type Week, weekOfDay } from '../../../programme/week.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { activeMembers } from '../people/people.ts';

/** The sheet of a municipality and a week, as things stand now. */
export async function answerSheetOf(
  { code, name }: Municipality,
  week: Week,
  { store, programme, now }: Pick<Making, 'store' | 'programme' | 'now'>,
): Promise<Uint8Array> {
  const { answerBook } = await import('../../../documents/check-in/answer-book.ts');
  const members = await activeMembers(store);
  const officers = members.filter(({ role, municipalities }) => role === 'municipal' && municipalities.includes(code));
  return answerBook({
    ...{ municipality: code, town: name, year: programme.fiscalYear, week, now },
    rows: answerRows(await progressIn(store, code, programme), week),
    officers: officers.map((one) => one.name),
    edition: editionOf(programme).id,
  });
}

/** Of a municipality, in the week of a day; this week where none is said. */
export const answerSheetDocument: HandedOut = {
  name: '週次回答表',
  called: '週次回答表（チャットを開かない市町村の週次報告）',
  ending: '.xlsx',

  async make(id, from) {
    const [code, week = ''] = id.split('@');
    const [town] = await supportedMunicipalities(from.store, code === undefined ? [] : [code]);
    return town && answerSheetOf(town, week, from);
  },

  async pick({ municipality, day }, { programme, now }) {
    if (municipality === undefined) return undefined;
    return `${municipality}@${day === undefined ? currentWeek(programme, now) : weekOfDay(day)}`;
  },

  async list({ store, programme, now }) {
    const week = currentWeek(programme, now);
    return (await supportedMunicipalities(store)).map(({ code, name }) => [`${code}@${week}`, name] as const);
  },
};
