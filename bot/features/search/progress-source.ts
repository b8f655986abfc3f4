import { ask } from '../../../programme/asks.ts';
import { editionOf, isOfProgramme } from '../../../programme/catalogue.ts';
import { dayOf } from '../../../programme/day.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { currentVersion } from '../../../programme/progress/item-record.ts';
import { itemName, kpiName } from '../../../programme/shown.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { Hit, SearchSource, Seeker } from './source.ts';

/** Items and KPIs by whatever they are called; and what was written beside their reports. */
export const progressSource: SearchSource = {
  needs: 'view',
  async find(towns, seeker) {
    const written = await Promise.all(towns.map((town) => writtenIn(town, seeker)));
    return [...named(towns, seeker), ...written.flat()];
  },
};

/** Of one municipality where there is only one; else which is asked when it is opened. */
function named(towns: readonly Municipality[], { programme }: Seeker): readonly Hit[] {
  const municipality = towns.length === 1 ? towns[0]?.code : undefined;
  const { items, kpis } = editionOf(programme);
  return [
    ...items.map(
      ({ id, name, short, aliases }): Hit => ({
        ...{ kind: '項目', title: `${id} ${name}`, texts: [short, ...aliases] },
        open: ask('show-item', { item: id, municipality }),
      }),
    ),
    ...kpis
      .filter((kpi) => !isOfProgramme(kpi))
      .map(
        ({ id, name, aliases, definition }): Hit => ({
          ...{ kind: 'KPI', title: `${id} ${name}`, texts: [definition, ...aliases] },
          open: ask('show-definition', { kpi: id, municipality }),
        }),
      ),
  ];
}

async function writtenIn({ code, name }: Municipality, { store, programme }: Seeker): Promise<readonly Hit[]> {
  const { items, kpis } = await progressIn(store, code, programme);
  const ofItems = [...items.values()].flatMap((record): readonly Hit[] => {
    const version = currentVersion(record);
    if (!version?.note && !version?.evidence) return [];
    const title = `${itemName(record.item)}の報告`;
    return [
      {
        ...{ kind: '報告', title, town: name, texts: [version.note, version.evidence] },
        ...{ day: dayOf(new Date(version.at)), open: ask('show-history', { item: record.item, municipality: code }) },
      },
    ];
  });
  const ofKpis = [...kpis.values()].flatMap((record): readonly Hit[] => {
    const entry = record.entries.findLast(({ undone, note, evidence }) => !undone && (note || evidence));
    if (!entry) return [];
    const title = `${kpiName(record.kpi)}の報告`;
    return [
      {
        ...{ kind: '報告', title, town: name, texts: [entry.note, entry.evidence] },
        ...{ day: dayOf(new Date(entry.at)), open: ask('show-history', { kpi: record.kpi, municipality: code }) },
      },
    ];
  });
  return [...ofItems, ...ofKpis];
}
