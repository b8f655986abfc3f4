import { editionOf } from '../../../programme/catalogue.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { type Roadmap, roadmapsOf } from './read-initiatives.ts';

type Of = Pick<Roadmap, 'year' | 'open'> & { readonly municipality: Municipality };

export async function bookOf(
  roadmaps: readonly Of[],
  { programme, now }: Pick<Making, 'programme' | 'now'>,
): Promise<Uint8Array> {
  const { roadmapBook } = await import('../../../documents/initiatives/roadmap-book.ts');
  const sheets = roadmaps.map(({ municipality: { code, name }, year, open }) => ({
    ...{ municipality: code, town: name, year, initiatives: open, now },
  }));
  return roadmapBook({ sheets, edition: editionOf(programme).id, now });
}

/** Of all municipalities that have one. */
const ALL = '全市町村';

/** 工程表 of a municipality; where none is said, of all that have one in one book. */
export const roadmapDocument: HandedOut = {
  name: '工程表',
  called: '具体的取組方針（工程表）',
  ending: '.xlsx',

  async make(id, { store, programme, now }) {
    const towns = await supportedMunicipalities(store, id === ALL ? undefined : [id]);
    const all = await roadmapsOf(towns, programme.fiscalYear, store);
    const own = id === ALL ? all.filter(({ open }) => open.length > 0) : all;
    return own.length === 0 ? undefined : bookOf(own, { programme, now });
  },

  pick: async ({ municipality }) => municipality ?? ALL,

  async list({ store, programme }) {
    const all = await roadmapsOf(await supportedMunicipalities(store), programme.fiscalYear, store);
    return [
      [ALL, '工程表のある全ての市町村'],
      ...all.map(({ municipality: { code, name }, open }) => [code, `${name} 取組${open.length}件`] as const),
    ];
  },
};
