import type { Node } from '../../../cards/card.ts';
import { requestCard } from '../../../cards/help/request.ts';
import type { RequestView } from '../../../cards/help/request-view.ts';
import { requestsCard } from '../../../cards/help/requests.ts';
import { isOverdueRequest, mayReopen } from '../../../programme/help/request-standing.ts';
import { may } from '../../../programme/may.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { isOffice, isOpenView, REQUESTS_A_PAGE, type Reader, requestMeant, visibleRequests } from './requests.ts';

export const showRequests = defineCommand({
  name: 'show-requests',
  says: ['相談一覧'],
  help: '相談の状態・期限・回答を表示します。押すと内容を開き、解決か、まだかを伝えられます。',
  example: '相談一覧',
  english: 'Show the requests for help with their state, due date and answer.',
  group: { title: '確かめる', order: 21 },
  needs: 'report',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  wished: [
    {
      like: /^(?:期限(?:切れ|が?(?:過ぎ|切れ)(?:た|ている))|未(?:対応|回答|解決)|対応中|(?:まだ)?(?:終わって|答えて|片付いて)いない)の?相談(?:は|って|が|を|、)*(?:ある|あり|どれ|何件|見|一覧|教え|出し|[？?]|$)[^\n]{0,16}$/u,
      as: '相談一覧',
    },
  ],
  spoken: {
    words: [
      '相談一覧',
      '相談の一覧',
      '相談リスト',
      '相談の答え',
      '相談の回答',
      '相談の返事',
      '相談の返答',
      '相談の状況',
      '相談の状態',
      '相談どうな',
      '相談はどうな',
      '相談の件どうな',
      '相談の件はどうな',
    ],
    wins: 286,
    looks: true,
    whole: true,
  },

  async prepare(input, turn) {
    const found = await requestMeant(input, turn);
    return { found: { found, only: found ? undefined : await townMeant(input.municipality, turn) } };
  },

  async run({ ended, page }, turn, { found, only }) {
    if (found) return { card: opened(found, turn), how: 'replace' };
    return {
      card: await listed(turn, { ended: ended !== undefined, page, only }),
      how: page === undefined ? 'new' : 'replace',
    };
  },
});

/** @throws Refusal where it is none of the programme, or not theirs */
async function townMeant(said: string | undefined, { store, who }: Reader): Promise<string | undefined> {
  if (said === undefined) return undefined;
  const found = (await municipalitiesIn(store)).find(({ code, name }) => said === code || said === name);
  if (!found) throw Refusal.because('unknown-municipality', { said });
  if (!may(who, 'report', found.code)) throw Refusal.because('not-yours');
  return found.code;
}

/** One of them as it is now. */
export const opened = (view: RequestView, { now }: Pick<Reader, 'now'>, said: readonly Node[] = []) =>
  requestCard(view, mayReopen(view.standing, now), said);

type Which = {
  readonly ended?: boolean;
  /** 団体コード. */
  readonly only?: string | undefined;
  readonly page?: number | undefined;
  readonly said?: readonly Node[];
};

/** A page of them: of the secretariat what goes on; of others also what ended and may still be brought back. */
export async function listed(reader: Reader, { ended = false, page = 1, only, said = [] }: Which = {}) {
  const office = isOffice(reader.who);
  const all = (await visibleRequests(reader)).filter(
    (view) => isListed(view, reader, ended) && (only === undefined || view.municipality.code === only),
  );
  const { shown, at, pages } = pageOf(ended ? all.toReversed() : all, page, REQUESTS_A_PAGE);
  return requestsCard({
    requests: shown,
    all: all.length,
    overdue: all.filter(({ standing, today }) => isOverdueRequest(standing, today)).length,
    page: at,
    pages,
    isOffice: office,
    ended,
    only,
    said,
  });
}

function isListed(view: RequestView, { who, now }: Reader, ended: boolean): boolean {
  if (ended) return !isOpenView(view);
  return isOpenView(view) || (!isOffice(who) && mayReopen(view.standing, now));
}
