import { confirmEditionCard, editionChangedCard, editionsCard } from '../../../cards/progress/edition.ts';
import { editionName, editionOf, editions, findEdition } from '../../../programme/catalogue.ts';
import type { Edition } from '../../../programme/edition.ts';
import { editionChanges, lackingInEdition } from '../../../programme/edition-change.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';
import type { TurnStart } from '../../turn.ts';

export const changeEdition = defineCommand({
  name: 'change-edition',
  says: ['KPIの版', '項目の版'],
  help: '項目とKPIの一覧の版を表示し、変わるところを確かめて切り替えます。',
  example: 'KPIの版',
  english: 'Show the edition of items and KPIs in force, and take up another.',
  group: { title: '事務局の仕事', order: 6 },
  needs: 'steer',
  about: 'member',
  usualFor: {},
  writes: ['edition'],
  typed: 'inputs',
  spoken: {
    words: ['kpiの版', '項目の版', '指標の版'],
    wins: 55,
  },

  async confirm({ edition, sure }, turn) {
    const { inForce, meant } = await taken(edition, turn);
    return meant && !sure ? confirmEditionCard(inForce, meant, editionChanges(inForce, meant)) : undefined;
  },

  async prepare({ edition }, turn) {
    return { found: await taken(edition, turn) };
  },

  async run(_input, turn, { inForce, meant }) {
    const others = editions.filter((each) => each !== inForce);
    if (!meant) return { card: editionsCard(inForce, others) };
    await turn.change('programmes', { partition: PROGRAMME, id: 'programme' }, (programme) => {
      if (!programme) throw Refusal.because('no-programme');
      return { ...programme, edition: meant.id };
    });
    return { card: editionChangedCard(inForce, meant), how: 'replace' };
  },
});

/** The edition in force, and the other one that is meant, if any. @throws Refusal `edition-lacks` */
async function taken(id: string | undefined, turn: TurnStart) {
  const inForce = editionOf(turn.programme);
  const meant = id === undefined ? undefined : findEdition(id);
  if (!meant || meant === inForce) return { inForce, meant: undefined };
  await refuseLacking(meant, turn);
  return { inForce, meant };
}

/** How many of those that are lacking are named. */
const NAMED = 4;

/** @throws Refusal `edition-lacks` where something that is worked on would have no definition any more */
async function refuseLacking(edition: Edition, { store, programme }: TurnStart): Promise<void> {
  const towns = await municipalitiesIn(store);
  const all = await Promise.all(towns.map(({ code }) => progressIn(store, code, programme)));
  const recorded = new Set(all.flatMap(({ items, kpis }) => [...items.keys(), ...kpis.keys()]));
  const lacking = lackingInEdition(edition, recorded);
  if (lacking.length === 0) return;
  const more = lacking.length > NAMED ? ` ほか${lacking.length - NAMED}件` : '';
  const what = `${lacking.slice(0, NAMED).join('、')}${more}`;
  throw Refusal.because('edition-lacks', { edition: editionName(edition), what });
}
