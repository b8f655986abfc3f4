import { type Card, notice } from '../../../cards/card.ts';
import {
  type KnownRating,
  noVisitToRateCard,
  rateVisitCard,
  visitRatedCard,
  whichVisitToRateCard,
} from '../../../cards/visits/rate-visit.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { currentRating, type RatingVersion, ratingId, withRating } from '../../../programme/visits/rating.ts';
import type { VisitRecord } from '../../../programme/visits/visit-record.ts';
import { municipal } from '../../../storage/collections.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MunicipalStart, MunicipalTurn } from '../../turn.ts';
import { ratingOf } from './rating-of.ts';
import { type AnswerableVisit, visitAt, visitsOpenTo } from './visits-to-answer.ts';

type Input = InputOf<'rate-visit'>;
type Said = Pick<RatingVersion, 'score' | 'wish' | 'note'>;

export const rateVisit = defineCommand({
  name: 'rate-visit',
  says: ['満足度'],
  help: '確認した訪問の満足度を1から5で答えます。点数と希望は事務局だけが見ます。',
  example: '満足度 4',
  english: 'Say how a visit was, from 1 to 5.',
  group: { title: '訪問のこと', order: 21 },
  needs: 'confirm',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: ['score', 'wish', 'note'],
  typed: 'inputs',
  spoken: {
    words: [
      ...['満足度', '訪問の満足度', '今回の満足度', '今回の訪問の満足度', 'まんぞくど', '訪問の評価', '訪問評価'],
      ...['交代を希望', '交代を望', '交代までは望', '継続を希望', '継続希望', '交代希望'],
    ],
    wins: 360,
    labelled: { note: ['note'] },
  },

  wished: [
    { like: /^(?:交代|継続|条件つきで継続)を希望[。.]?$/u, as: '満足度 $&' },
    { like: /^(?:ひとこと|一言)[\s:：、](?<note>.+)$/u, as: '満足度 ひとこと $<note>' },
  ],

  check: ({ more, note }) => (more && note === undefined ? [{ input: 'note' }] : []),

  /** A score that is none is told so beside those that are. */
  async again({ visit }, turn, errors) {
    const problem = errors.get('score');
    if (problem === undefined) return undefined;
    const said = notice('attention', `${problem}。まだ記録していません。`);
    const open = await visitsMeant(typeof visit === 'string' ? visit : undefined, turn);
    const [only, ...others] = open;
    if (only && others.length === 0) return rateVisitCard(only.shown, await knownTo(turn, only.record), [said]);
    return only ? whichVisitToRateCard(shownOf(open), {}, [said]) : noneCard(turn);
  },

  async prepare(input, turn) {
    const open = await visitsMeant(input.visit, turn);
    const [only, ...others] = open;
    if (!only) return asksBack([], await noneCard(turn));
    return others.length > 0
      ? asksBack(['visit'], whichVisitToRateCard(shownOf(open), input))
      : prepared(only, input, turn);
  },

  async run(_input, turn, found) {
    if ('show' in found) return { card: found.show, how: 'replace' };
    const { visit, said } = found;
    return { card: visitRatedCard(visit.shown, await write(visit.record, said, turn)), how: 'replace' };
  },
});

/** The one of a card, or all of which 満足度 is asked just now. */
const visitsMeant = async (id: string | undefined, turn: MunicipalStart): Promise<readonly AnswerableVisit[]> =>
  id === undefined
    ? visitsOpenTo('mayRate', turn.municipality.code, turn)
    : [await visitAt(turn.municipality.code, id, turn)];

const noneCard = async (turn: MunicipalStart): Promise<Card> =>
  noVisitToRateCard((await visitsOpenTo('confirm', turn.municipality.code, turn)).length);

const shownOf = (visits: readonly AnswerableVisit[]) => visits.map(({ shown }) => shown);

type Found = { readonly show: Card } | { readonly visit: AnswerableVisit; readonly said: Said };

/** @throws Refusal where 満足度 of this visit is not asked yet, or not any more */
async function prepared(visit: AnswerableVisit, input: Input, turn: MunicipalStart): Promise<Prepared<Found>> {
  const { open, shown, record } = visit;
  if (!open.mayRate)
    throw Refusal.because(open.standing === 'waiting' || open.standing === 'returned' ? 'rating-ahead' : 'rating-over');
  const known = await knownTo(turn, record);
  const score = input.score ?? known.own?.score;
  const isSaid = input.score !== undefined || input.wish !== undefined || input.note !== undefined;
  if (!isSaid) return { found: { show: rateVisitCard(shown, known) } };
  const { wish = known.own?.wish, note = known.own?.note } = input;
  if (score === undefined)
    return asksBack(['score'], rateVisitCard(shown, known, [notice('attention', FIRST)], { wish, note }));
  return { found: { visit, said: { score, wish, note } } };
}

/** Only the secretariat sees what somebody said of a visit: to a colleague it is not shown, and nothing of it is taken over. */
async function knownTo(turn: MunicipalStart, record: VisitRecord): Promise<KnownRating> {
  const known = await ratingOf(turn, record);
  return known?.by === turn.who.id ? { own: known } : { isOthers: known !== undefined };
}

const FIRST = '先に満足度を押してください。まだ記録していません。';

/** What is not said again stays as it was said before. */
async function write(
  { id, municipality, expert }: VisitRecord,
  said: Said,
  turn: MunicipalTurn,
): Promise<RatingVersion> {
  const at = { partition: municipal(municipality), id: ratingId(id) };
  const of = { visit: id, municipality, expert };
  const current = currentRating(await turn.change('ratings', at, (known) => withRating(known, of, said, turn.from)));
  if (!current) throw Refusal.because('unknown-visit');
  return current;
}
