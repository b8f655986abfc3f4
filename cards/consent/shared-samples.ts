import { findKpi } from '../../programme/catalogue.ts';
import type { Material } from '../../programme/consent/material.ts';
import { meetingPart } from '../../programme/consent/meeting-part.ts';
import { asOf } from '../../programme/digest/digest.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { cannotRecallCard, noLongerSharedCard, type ShowingLine } from './no-longer-shared.ts';
import { partsAskedCard, shareMeetingCard } from './share-meeting.ts';
import { type SharedView, sharedCard, sharedPieceCard } from './shared.ts';
import { sharedMeetingCard } from './shared-meeting.ts';
import { showingsCard } from './showings.ts';

const { town } = example;
const neighbour = { ...town, code: '203041', name: '川上村' };
const meeting = { id: 'meeting-20241106T0500Z-1f3a5c7e', title: '第2回 市町村連絡会議', day: example.today };
const from = { by: 'member-office', at: example.now.toISOString(), via: 'teams', ask: 'example' };

const told: Material = {
  ...{ id: 'material-case-1', sort: 'case', municipality: town.code, of: 'case-1' },
  versions: [
    {
      ...{ ...from, version: 'v-1' },
      content: {
        title: '書かない窓口の試行',
        sections: [
          { label: '背景・課題', text: '転入のときに同じことを4枚の紙に書いていた。' },
          { label: '取組内容・工夫', text: '窓口で聞き取り、1枚の確認書にまとめた。' },
          { label: '効果', text: '1件あたりの時間が40分から25分になった。' },
        ],
      },
    },
  ],
};
const part: Material = {
  ...{ id: 'material-part-1', sort: 'part', municipality: town.code, of: meeting.id },
  versions: [
    {
      ...{ ...from, version: 'v-2' },
      content: meetingPart(meeting.title, {
        ...{ before: asOf(example.records, example.at('2024-10-01')), after: example.records, since: '2024-10-01' },
      }),
    },
  ],
};

const viewOf = (material: Material, of = town): SharedView => {
  const [version] = material.versions;
  if (!version) throw new Error('a material without a version');
  return { material, version, town: of, upTo: undefined };
};

const kpi = findKpi('K0-03');
const page = {
  ...{ meeting, views: [viewOf(part), viewOf(part, neighbour)], all: 2, without: 3 },
  ...{ madeAt: from.at, page: 1, pages: 1 },
};

const lines: readonly ShowingLine[] = [
  {
    ...{ at: from.at, via: 'line-works', to: '高山 花子さん（高山村 総務課）', by: undefined },
    materials: [{ town: town.name, title: '書かない窓口の試行', titleOnly: false }],
  },
  {
    ...{ at: from.at, via: 'line-works', to: '県内全市町村の部屋', by: '川上 一郎さん（川上村 総務課）' },
    materials: [
      { town: town.name, title: '書かない窓口の試行', titleOnly: true },
      { town: neighbour.name, title: '会議の紙をなくす', titleOnly: true },
    ],
  },
];

/** The cards about what was cleared for sharing, filled in. */
export const sharedMaterialSamples: Samples = {
  shared: () =>
    sharedCard({
      meetings: [{ meeting, count: 22 }],
      ...{ views: [viewOf(told), { ...viewOf(told, neighbour), upTo: 'all' }], all: 3, page: 1, pages: 2 },
    }),
  'shared-none': () => sharedCard({ meetings: [], views: [], all: 0, page: 1, pages: 1 }),
  'shared-piece': () => sharedPieceCard(viewOf(told)),
  'shared-part': () => sharedPieceCard(viewOf(part)),
  'shared-meeting': () =>
    sharedMeetingCard({
      ...page,
      totals: [
        { of: Array.from({ length: 25 }, (_, at) => String(at)), moved: 31 },
        ...(kpi
          ? [
              {
                of: Array.from({ length: 22 }, (_, at) => String(at)),
                kpi,
                total: { value: 62, numerator: 1240, denominator: 2000, reported: 22, notReported: 0 },
              },
            ]
          : []),
      ],
    }),
  'share-meeting': () =>
    shareMeetingCard({
      meeting,
      parts: [
        ...Array(20).fill({ standing: 'approve' }),
        ...Array(3).fill({ standing: 'asked' }),
        { standing: 'none' },
      ],
      changed: 24,
    }),
  'parts-asked': () => partsAskedCard({ meeting, scope: 'supported', asked: 22, before: 2, without: ['川上村'] }),
  'no-longer-shared': () => noLongerSharedCard(1),
  'cannot-recall': () => cannotRecallCard(lines),
  showings: () => showingsCard({ lines, all: 2, page: 1, pages: 1 }),
  'shared-meeting-none': () => sharedMeetingCard({ ...page, views: [], all: 0, without: 25, totals: [] }),
};
