import { digestOf, digestPeriod } from '../../programme/digest/digest.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { digestCard, municipalityDigestCard } from './digest.ts';

const { programme, week } = example;
const digest = digestOf(programme, week, digestPeriod(programme, week, example.now), example.region);
const digestView = { records: example.region, meetings: [], page: 1, mayDrillDown: true };

/** The cards of the digest, filled in. */
export const digestSamples: Samples = {
  digest: () => digestCard(digest, digestView),
  'digest-municipality': () =>
    municipalityDigestCard(digest, digest.municipalities[0] as (typeof digest.municipalities)[number]),
};
