import { filingCard } from '../../../cards/approvals/filing.ts';
import { waitingCard } from '../../../cards/approvals/waiting.ts';
import { lacksAct } from '../../../programme/approvals/filing-standing.ts';
import { currentFiling, decisionOf } from '../../../programme/filing.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import type { Filed } from '../../filed.ts';
import type { MemberStart } from '../../turn.ts';
import type { AlsoWaiting } from './also-waiting.ts';
import { type FiledOne, filingOfId, filingsIn, filingView, filingViews, waitingAmong } from './filings.ts';

const PAGE = 6;

/** @param also what waits for an answer of the prefecture's and is no filing */
export const showWaitingOver = (filed: readonly Filed[], also: AlsoWaiting) =>
  defineCommand({
    name: 'show-waiting',
    says: ['承認待ち', '提出一覧'],
    help: '県の決定を待つものを、古い順に表示します。押すと内容を開き、県の主担当の方は決められます。',
    example: '承認待ち',
    english: 'Show what waits for the prefecture to decide, oldest first.',
    group: { title: '県とのやりとり', order: 1 },
    needs: 'filed',
    about: 'member',
    usualFor: {},
    writes: false,
    typed: 'inputs',
    spoken: {
      words: ['承認待ち', '提出一覧', '決定待ち', '承認するもの', '承認取消', '承認の取消', '承認を取り消'],
      wins: 430,
      looks: true,
      whole: true,
    },
    wished: [
      // Whether to say yes is asked, or doubted: nothing is decided by that, and what waits is shown.
      {
        like: /^(?!.*[SK]P?-?\d).*(?:承認|受領).*(?:か[。?？\s]*$|\?|？|迷|どう|まだ|思|べき|たら|なら).*$/u,
        as: '承認待ち',
      },
    ],
    named: async ({ said, input }) =>
      /取り?消|決定済|決裁済|決まったもの/.test(said) ? { ...input, decided: '決定済み' } : input,

    async prepare({ filing: id }, turn) {
      if (id === undefined) return { found: undefined };
      const one = await filingOfId(turn.store, filed, id);
      if (!one) throw Refusal.because('old-card');
      return { found: one };
    },

    async run({ decided, page }, turn, one) {
      if (one) return { card: filingCard(await filingView(one, turn)), how: 'replace' };
      const card = await listed(turn, { filed, also, isDecided: decided !== undefined, page });
      return { card, how: page === undefined ? 'new' : 'replace' };
    },
  });

type Which = {
  readonly filed: readonly Filed[];
  readonly also: AlsoWaiting;
  readonly isDecided: boolean;
  readonly page: number | undefined;
};

async function listed(turn: MemberStart, { filed, also, isDecided, page = 1 }: Which) {
  const all = await filingsIn(turn.store, filed);
  const meant = isDecided ? decidedAmong(all) : waitingAmong(all);
  const { shown, at, pages } = pageOf(meant, page, PAGE);
  const isFirst = !isDecided && at === 1;
  const lacking = all.filter(({ of, filing }) => of.hasAct && lacksAct(filing) !== undefined).slice(0, PAGE);
  return waitingCard({
    filings: await filingViews(shown, turn),
    all: meant.length,
    ...{ page: at, pages, isDecided },
    others: isFirst ? await also(turn) : [],
    lacking: isFirst ? await filingViews(lacking, turn) : [],
  });
}

/** What was decided, the latest decision first. */
function decidedAmong(all: readonly FiledOne[]): readonly FiledOne[] {
  const lastOf = ({ filing }: FiledOne) => decisionOf(filing, currentFiling(filing).number)?.at ?? '';
  return all.filter((one) => lastOf(one) !== '').toSorted((a, b) => lastOf(b).localeCompare(lastOf(a)));
}
