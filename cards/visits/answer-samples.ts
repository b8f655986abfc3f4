import type { VisitContent } from '../../programme/visits/visit-record.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import {
  confirmVisitCard,
  noVisitToConfirmCard,
  type VisitToAnswer,
  visitConfirmedCard,
  visitReturnedCard,
  visitsToConfirmCard,
} from './confirm-visit.ts';
import { ownRatingCard } from './own-rating.ts';
import {
  noVisitToRateCard,
  rateVisitCard,
  unconfirmedVisitCard,
  visitRatedCard,
  whichVisitToRateCard,
} from './rate-visit.ts';
import { visitReturnedToExpertCard } from './visit-returned.ts';

const { town } = example;
const content: VisitContent = {
  ...{ day: '2024-11-05', start: '13:30', end: '16:00', mode: 'in-person', items: ['S1-2', 'S1-3'] },
  ...{ text: '全体方針の骨子を一緒に見直し、関係する課への聞き取りの順番を決めた。' },
  ...{ decisions: '骨子は12月の庁議にかける', problems: '担当が1人しかいない', next: '12月の庁議のあと' },
};
const visit: VisitToAnswer = {
  ...{ municipality: town.code, id: `visit-meeting-20241105T0430Z-${town.code}`, version: 1, content },
  ...{ expert: '佐藤 誠', until: '2024-11-13' },
};
const earlier = { ...visit, id: 'visit-meeting-20241029T0430Z-1', content: { ...content, day: '2024-10-29' } };
const open = { standing: 'confirmed', mayConfirm: false, mayReturn: true, mayRate: true } as const;
const rated = { ...example.from('rating', 1), score: 4 };

/** What a municipality is asked and told about visits, filled in. */
export const visitAnswerSamples: Samples = {
  'confirm-visit': () => confirmVisitCard(visit),
  'confirm-visit-again': () => confirmVisitCard({ ...visit, version: 2, returned: '開始は14時です' }),
  'visits-to-confirm': () => visitsToConfirmCard([earlier, visit]),
  'no-visit-to-confirm': () => noVisitToConfirmCard(1),
  'visit-confirmed': () => visitConfirmedCard(visit, open, undefined),
  'visit-confirmed-rated': () => visitConfirmedCard(visit, open, 4),
  'visit-sent-back': () => visitReturnedCard(visit, '開始は14時です'),
  'visit-sent-back-expert': () => visitReturnedToExpertCard(town, visit, '開始は14時です'),
  'rate-visit': () => rateVisitCard(visit, { own: { ...rated, wish: 'continue' } }),
  'rate-visit-of-others': () => rateVisitCard(visit, { isOthers: true }),
  'rate-visit-unconfirmed': () => unconfirmedVisitCard(visit),
  'visit-rated': () => visitRatedCard(visit, rated),
  'visit-rated-more': () => visitRatedCard(visit, { ...rated, wish: 'conditional', note: '資料が先にほしい' }),
  'which-visit-to-rate': () => whichVisitToRateCard([earlier, visit], { score: 4 }),
  'no-visit-to-rate': () => noVisitToRateCard(1),
  'own-rating': () => ownRatingCard({ mean: 4.2, answers: 10 }),
  'own-rating-too-few': () => ownRatingCard(undefined),
};
