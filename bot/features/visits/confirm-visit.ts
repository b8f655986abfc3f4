import { type Card, notice } from '../../../cards/card.ts';
import {
  confirmVisitCard,
  noVisitToConfirmCard,
  visitConfirmedCard,
  visitReturnedCard,
  visitsToConfirmCard,
} from '../../../cards/visits/confirm-visit.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { rung } from '../../../programme/lease.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { answerOfCurrent } from '../../../programme/visits/visit-answering.ts';
import { currentVisit, type VisitRecord, withVisitAnswer } from '../../../programme/visits/visit-record.ts';
import { LEASES, municipal } from '../../../storage/collections.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MunicipalStart, MunicipalTurn } from '../../turn.ts';
import { ratingOf } from './rating-of.ts';
import { type AnswerableVisit, answerable, visitAt, visitsOpenTo } from './visits-to-answer.ts';

type Input = InputOf<'confirm-visit'>;
type Found = { readonly show: Card } | { readonly visit: AnswerableVisit; readonly answer: Answer };
type Answer = { readonly verdict: 'confirmed' | 'returned'; readonly note?: string | undefined };

export const confirmVisit = defineCommand({
  name: 'confirm-visit',
  says: ['訪問記録の確認', '訪問の確認'],
  help: '派遣人材が書いた訪問の記録を確認します。直してほしいところがあれば、一言で戻せます。',
  example: '訪問記録の確認',
  english: 'Confirm what was recorded of a visit, or send it back with a line.',
  group: { title: '訪問のこと', order: 20 },
  needs: 'confirm',
  about: 'municipality',
  privately: true,
  usualFor: { municipal: 6 },
  writes: ['verdict', 'note'],
  typed: 'inputs',
  spoken: {
    words: [
      ...['訪問記録の確認', '訪問記録を確認', '訪問記録は確認', '訪問の確認', '訪問を確認', '訪問記録はまだ確認'],
      ...[
        '訪問記録の内容',
        '訪問記録が違',
        '訪問記録を直して',
        '訪問記録の修正',
        '訪問記録の訂正',
        '訪問記録ok',
        '訪問記録が届',
        '訪問記録 確認',
      ],
    ],
    wins: 365,
  },

  wished: [
    {
      like: /^(?:(?:全部|全て|すべて|まとめて|残り)[をも]?)?確認(?:しました|します|です|済みです|ok)?[。.]?$/iu,
      as: '訪問記録の確認',
    },
    { like: /^(?:やはり|やっぱり)?直してほしい(?:です)?[。.]?$/u, as: '訪問記録の確認' },
    {
      like: /^(?:やはり|やっぱり)?直してほしい(?:ところ)?[\s:：、は](?<note>.+)$/u,
      as: '訪問記録の確認 直してほしい $<note>',
    },
  ],

  check: ({ verdict, note }) => (verdict === 'returned' && note === undefined ? [{ input: 'note' }] : []),

  async prepare(input, turn) {
    const answer = answerSaid(input);
    if (input.visit !== undefined) {
      const visit = await visitAt(turn.municipality.code, input.visit, turn);
      return answer ? prepared(visit, answer, input.seen) : { found: { show: await cardOf(visit, turn) } };
    }
    const open = await openTo(turn);
    const [only, ...others] = open;
    if (!only) return { found: { show: await noneCard(turn) } };
    if (others.length === 0)
      return answer ? prepared(only, answer, undefined) : { found: { show: await cardOf(only, turn) } };
    const isWaiting = only.open.standing === 'waiting';
    const card = visitsToConfirmCard(
      open.map(({ shown }) => shown),
      isWaiting ? 'waiting' : 'answered',
    );
    return answer ? asksBack(['visit'], card) : { found: { show: card } };
  },

  async run(_input, turn, found) {
    if ('show' in found) return { card: found.show, how: 'replace' };
    const { visit, answer } = found;
    const after = await answerable(await write(visit.record, answer, turn), turn);
    if (!after) throw Refusal.because('unknown-visit');
    const { record, shown, open } = after;
    const { verdict, note = '' } = answer;
    if (verdict === 'returned') return { card: visitReturnedCard(shown, note), how: 'replace' };
    return { card: visitConfirmedCard(shown, open, (await ratingOf(turn, record))?.score), how: 'replace' };
  },
});

/** Those that wait; where none does, those of which somebody may think better. */
async function openTo(turn: MunicipalStart): Promise<readonly AnswerableVisit[]> {
  const waiting = await visitsOpenTo('confirm', turn.municipality.code, turn);
  return waiting.length > 0 ? waiting : visitsOpenTo('mayReturn', turn.municipality.code, turn);
}

const noneCard = async (turn: MunicipalStart): Promise<Card> =>
  noVisitToConfirmCard((await visitsOpenTo('mayRate', turn.municipality.code, turn)).length);

/** A line of what is to be put right says by itself that the record goes back. */
function answerSaid({ verdict, note }: Input): Answer | undefined {
  if (note !== undefined) return { verdict: 'returned', note };
  return verdict && { verdict };
}

/** @throws Refusal when it is too late for this answer */
function prepared(visit: AnswerableVisit, answer: Answer, seen: number | undefined): Prepared<Found> {
  const { open, shown } = visit;
  if (seen !== undefined && seen !== shown.version) {
    const line = answer.note === undefined ? '' : `「${answer.note}」は、まだ伝えていません。`;
    const newer = notice('attention', `記録がそのあと直されています。新しい内容を確かめてください。${line}`);
    return asksBack([], confirmVisitCard(shown, [newer]));
  }
  const isSame = answer.verdict === 'confirmed' && open.standing === 'confirmed';
  const isOpen = answer.verdict === 'returned' ? open.mayReturn : open.mayConfirm;
  if (!isSame && !isOpen) throw Refusal.because('confirmation-over', { until: shown.until });
  return { found: { visit, answer } };
}

async function write(record: VisitRecord, { verdict, note }: Answer, turn: MunicipalTurn): Promise<VisitRecord> {
  const seen = currentVisit(record)?.number ?? 0;
  const at = { partition: municipal(record.municipality), id: record.id };
  const after = await turn.change('visitRecords', at, (known = record) => {
    const newer = currentVisit(known);
    if (newer?.number !== seen) throw Refusal.because('changed-meanwhile', { at: new Date(newer?.at ?? turn.now) });
    return withVisitAnswer(known, { version: seen, verdict, ...(note ? { note } : {}) }, turn.from);
  });
  // Whoever sends looks again at once: the expert hears of it as soon as an office is open.
  if (verdict === 'returned') await turn.change('leases', { partition: LEASES, id: 'dispatcher' }, rung);
  return after;
}

/** One that is named, as it stands. */
async function cardOf({ record, shown, open }: AnswerableVisit, turn: MunicipalStart) {
  if (open.standing === 'confirmed') return visitConfirmedCard(shown, open, (await ratingOf(turn, record))?.score);
  if (open.standing === 'unconfirmed') throw Refusal.because('confirmation-over', { until: shown.until });
  const { verdict, note } = answerOfCurrent(record) ?? {};
  return verdict === 'returned' ? visitReturnedCard(shown, note ?? '', 'before') : confirmVisitCard(shown);
}
