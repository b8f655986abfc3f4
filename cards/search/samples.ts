import { ask } from '../../programme/asks.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { foundCard } from './found.ts';

const { town } = example;
const item = ask('show-item', { item: 'S3-1', municipality: town.code });

export const searchSamples: Samples = {
  'found-several': () =>
    foundCard({
      query: '窓口',
      ...{ page: 1, pages: 2, isRoom: false },
      counts: [
        ['項目', 1],
        ['報告', 3],
        ['会議', 2],
        ['相談', 4],
      ],
      shown: [
        {
          of: { kind: '項目', title: 'S3-1 自治体フロントヤード改革の推進', texts: [], open: item },
          around: undefined,
        },
        {
          of: {
            kind: '報告',
            title: 'S3-1 フロントヤード改革の報告',
            town: town.name,
            texts: [],
            day: '2024-10-11',
            open: item,
          },
          around: '転入の窓口で、書かない窓口の試行を始めました',
        },
        {
          of: {
            ...{ kind: '会議', title: '窓口改善の打合せ', town: town.name, texts: [], day: '2024-10-08' },
            open: ask('show-meetings'),
          },
          around: undefined,
        },
        {
          of: {
            ...{ kind: '相談', title: '窓口の人手が足りません', town: town.name, texts: [], day: '2024-10-02' },
            open: ask('show-requests'),
          },
          around: undefined,
        },
      ],
    }),
  'found-nothing-of-a-kind': () =>
    foundCard({ query: '宇宙', sort: '相談', counts: [], shown: [], page: 1, pages: 1, isRoom: false }),
  'found-nothing': () => foundCard({ query: '宇宙', counts: [], shown: [], page: 1, pages: 1, isRoom: false }),
  'found-in-a-room': () => foundCard({ query: '宇宙', town, counts: [], shown: [], page: 1, pages: 1, isRoom: true }),
};
