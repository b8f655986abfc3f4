import { ask } from '../../../programme/asks.ts';
import { shippedFundings } from '../../../programme/funding-list.ts';
import type { Hit, SearchSource } from './source.ts';

/** 財源 by their names, whoever has one. */
export const fundingsSource: SearchSource = {
  needs: 'view',
  async find() {
    return shippedFundings.map(
      ({ id, name, ministry, category }): Hit => ({
        ...{ kind: '財源', title: `${id} ${name}`, texts: [ministry, category] },
        open: ask('show-funding-list', { funding: id }),
      }),
    );
  },
};
