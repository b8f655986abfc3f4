import { ask, type Given } from '../../programme/asks.ts';
import { type ContinueWish, type RatingVersion, wishNames } from '../../programme/visits/rating.ts';
import type { VisitContent } from '../../programme/visits/visit-record.ts';
import { buttons, type Card, facts, list, type Node, notice, offering, text } from '../card.ts';
import { visitCalled } from './visit-facts.ts';

/** A visit, as its municipality is asked how it was. */
export type VisitToRate = {
  readonly municipality: string;
  /** Of the record. */
  readonly id: string;
  readonly content: VisitContent;
  readonly expert: string;
};

const scores = [
  [5, 'とても満足'],
  [4, '満足'],
  [3, 'ふつう'],
  [2, 'やや不満'],
  [1, '不満'],
] as const;

const scoreSaid = (score: number): string => `${score}（${scores.find(([each]) => each === score)?.[1] ?? ''}）`;

const rating = ({ municipality, id }: VisitToRate, given: Given<'rate-visit'>) =>
  ask('rate-visit', { ...given, municipality, visit: id });

/** Who learns of it, said the same whatever is answered. */
const WHO_SEES =
  '点数・希望・ひとことは事務局だけが見ます。派遣人材には5件以上をまとめた平均、県には3団体以上をまとめた分布だけが出ます。';

/** 満足度 in one tap. */
export function ratingQuestion(visit: VisitToRate, given: Given<'rate-visit'> = {}): readonly Node[] {
  return [
    text('この訪問はいかがでしたか。満足度を押してください（任意）。', 'strong'),
    buttons(...scores.map(([score]) => ({ label: scoreSaid(score), ask: rating(visit, { ...given, score }) }))),
    text(WHO_SEES, 'quiet'),
  ];
}

/** What this person said of a visit; of a colleague's answer no more than that there is one. */
export type KnownRating = { readonly own?: RatingVersion | undefined; readonly isOthers?: boolean };

/** 満足度 of one visit, asked for itself; where it was said before, what was said. `given` goes along with the score. */
export function rateVisitCard(
  visit: VisitToRate,
  { own, isOthers }: KnownRating = {},
  said: readonly Node[] = [],
  given: Given<'rate-visit'> = {},
): Card {
  return offering(
    '満足度',
    `${visitCalled(visit.content, visit.expert)}の満足度`,
    said,
    text(`${visitCalled(visit.content, visit.expert)}（${visit.content.start}–${visit.content.end}）`),
    own ? ratingFacts(own) : [],
    isOthers ? text(OTHERS_ANSWER, 'quiet') : [],
    ratingQuestion(visit, given),
    own ? buttons(...wishesBut(visit)) : [],
  );
}

const OTHERS_ANSWER =
  '同じ市町村の方から、すでにお答えをいただいています（内容は事務局だけが見ます）。押すと、あなたのお答えに替わります。';

/** The card that comes where nobody confirmed the record in time. */
export function unconfirmedVisitCard(visit: VisitToRate): Card {
  return rateVisitCard(visit, {}, [text('確認の期限を過ぎたため、この訪問記録は「未確認のまま確定」になりました。')]);
}

/** What was said of a visit: for its municipality, and for the secretariat in 1:1. */
export const ratingFacts = ({ score, wish, note }: Pick<RatingVersion, 'score' | 'wish' | 'note'>): Node =>
  facts(
    ['満足度', scoreSaid(score)],
    ...(wish ? [['継続希望', wishNames[wish]] as const] : []),
    ...(note ? [['ひとこと', note] as const] : []),
  );

const wishesBut = (visit: VisitToRate, said?: ContinueWish) =>
  (Object.entries(wishNames) as [ContinueWish, string][])
    .filter(([wish]) => wish !== said)
    .map(([wish, label]) => ({ label, ask: rating(visit, { wish }) }));

/** What was said, and what may be added in one tap each. */
export function visitRatedCard(visit: VisitToRate, said: RatingVersion): Card {
  const sentence = `${visitCalled(visit.content, visit.expert)}の満足度を受け付けました。`;
  return offering(
    '満足度を受け付けました',
    sentence,
    notice('good', sentence),
    ratingFacts(said),
    text('よろしければ、今後の希望も押してください。', 'quiet'),
    buttons(
      ...wishesBut(visit, said.wish),
      { label: said.note ? 'ひとことを書き直す' : 'ひとこと添える', ask: rating(visit, { more: 'yes' }) },
      { label: '満足度を変える', ask: rating(visit, {}) },
    ),
    text(WHO_SEES, 'quiet'),
  );
}

/** Of several visits, which one is meant; what was said already goes along. */
export function whichVisitToRateCard(
  visits: readonly VisitToRate[],
  given: Given<'rate-visit'>,
  said: readonly Node[] = [],
): Card {
  const sentence = '満足度をお聞きしている訪問が複数あります。どの訪問ですか。';
  return offering(
    '満足度',
    sentence,
    said,
    text(`${sentence}まだ記録していません。`),
    list(
      visits.map((visit) => ({
        title: visitCalled(visit.content, visit.expert),
        detail: given.score === undefined ? undefined : `満足度 ${given.score}`,
        ask: rating(visit, given),
      })),
    ),
  );
}

/** 満足度 is not asked of any visit just now. `toConfirm`: records that wait to be confirmed first. */
export function noVisitToRateCard(toConfirm: number): Card {
  const sentence = '満足度をお聞きしている訪問は、今はありません。何も記録していません。';
  return offering(
    '満足度',
    sentence,
    notice('quiet', sentence),
    toConfirm > 0
      ? text('訪問記録を確認すると、その訪問の満足度をお答えいただけます。')
      : text('KPIの満足度は「窓口満足度 4.2」のように、指標の名前で報告してください。', 'quiet'),
    buttons(
      ...(toConfirm > 0 ? [{ label: '訪問記録の確認', ask: ask('confirm-visit'), look: 'primary' as const }] : []),
      { label: 'KPIを見る', ask: ask('show-kpis') },
    ),
  );
}
