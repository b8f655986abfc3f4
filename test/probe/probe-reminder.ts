import { z } from 'zod';
import { days, defineJob, type Planning, withdraw } from '../../bot/job.ts';
import { weekly } from '../../programme/schedule.ts';
import { collectionOf, municipal, PROGRAMME } from '../../storage/collections.ts';
import { probeCard } from './cards.ts';
import { type Probe, probes } from './kind.ts';

/** On Monday to whoever leads where something was inspected; what has been repaired meanwhile is not asked for. */
export const reminder = defineJob({
  name: 'probe-reminder',
  called: '点検のお願い',
  withdraws: { repaired: '直ったため送りませんでした' },
  item: z.object({ municipality: z.string() }),
  within: days(2),
  schedule: ({ checkIn }) => weekly(checkIn),

  async due(_slot, { store, members }) {
    const leads = members.filter(({ role, lead }) => role === 'municipal' && lead);
    const all = await Promise.all(
      leads.map(async ({ id, municipalities: [municipality = ''] }) => ({
        recipient: { kind: 'member', id } as const,
        municipality,
        item: { municipality },
        last: await lastIn(store, municipality),
      })),
    );
    return all.flatMap(({ last, ...item }) => (last ? [item] : []));
  },

  async card({ municipality: code }, { store }) {
    const [last, town] = [await lastIn(store, code), await store.municipalities.get(PROGRAMME, `municipality-${code}`)];
    return !last || !town || last.state === 'good' ? withdraw('repaired') : probeCard(town.value, last);
  },
});

async function lastIn(store: Planning['store'], municipality: string): Promise<Probe | undefined> {
  const all = (await collectionOf(store, probes).list(municipal(municipality))).map(({ value }) => value);
  return all
    .filter(({ undone }) => !undone)
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1);
}
