import { ask } from '../../programme/asks.ts';
import { digestOf, digestPeriod } from '../../programme/digest/digest.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { samplePicture } from '../sample-picture.ts';
import { type DigestView, digestCard, municipalityDigestCard } from './digest.ts';
import type { WaitingShown } from './prefecture-waiting.ts';

const { programme, week } = example;
const digest = digestOf(programme, week, digestPeriod(programme, week, example.now), example.region);
const view: DigestView = { records: example.region, meetings: [], page: 1, mayDrillDown: true };
const waiting: readonly WaitingShown[] = [
  {
    ...{ what: '承認待ち', count: 3, since: '2024-10-29', parts: ['体制変更届\u00a01', '月次報告\u00a02'] },
    open: ask('show-waiting'),
  },
  {
    ...{ what: '臨時報告', count: 1, since: '2024-11-05', parts: ['回答の確認待ち\u00a01'] },
    open: ask('show-inquiries', { direction: 'special' }),
  },
  {
    ...{ what: '協議の回答待ち', count: 1, since: '2024-11-01', parts: [] },
    open: ask('show-inquiries', { direction: 'consultation' }),
  },
];
/** Since the summer, when nearly everything has moved. */
const months = digestOf(programme, week, { since: example.at('2024-08-30'), until: example.now }, example.region);
const early = digestOf(programme, week, { since: example.at('2024-08-30'), until: example.at('2024-09-02') }, []);

/** The cards of the digest, filled in. */
export const digestSamples: Samples = {
  digest: () => digestCard(months, { ...view, waiting, picture: samplePicture }),
  'digest-without-picture': () => digestCard(months, { ...view, waiting }),
  'digest-of-own-towns': () => digestCard(digest, { ...view, ofOwn: true }),
  'digest-nothing-waits': () => digestCard(early, { ...view, records: [] }),
  'digest-moved': () => digestCard(months, { ...view, page: 2 }),
  'digest-municipality': () =>
    municipalityDigestCard(months, months.municipalities[0] as (typeof months.municipalities)[number]),
};
