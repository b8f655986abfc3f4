import { notice } from '../../../cards/card.ts';
import { confirmSolvedCard } from '../../../cards/help/request.ts';
import { type RequestView, which } from '../../../cards/help/request-view.ts';
import { whichRequestCard } from '../../../cards/help/requests.ts';
import { ask } from '../../../programme/asks.ts';
import { addOpenDays, calendarOf } from '../../../programme/calendar.ts';
import { dayOf, shortDate } from '../../../programme/day.ts';
import { isEnded, mayReopen, OPEN_DAYS_TO_ANSWER } from '../../../programme/help/request-standing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { addStep } from './add-step.ts';
import { openRequestsOf, requestMeant } from './requests.ts';
import { opened } from './show-requests.ts';

export const endRequest = defineCommand({
  name: 'end-request',
  says: ['解決', '相談解決'],
  help: '回答のあった相談を、解決として終えます。14日以内なら「まだ」で続けられます。',
  example: '解決',
  english: 'Say that a request for help is solved, or that it is not yet.',
  group: { title: '報告する', order: 21 },
  needs: 'report',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['request'],
  typed: 'inputs',
  spoken: {
    words: ['解決しました', '解決いたしました', '解決済みです', '相談解決', '相談は解決'],
    wins: 72,
    of: { item: ask('show-item').command, kpi: ask('show-kpis').command },
  },

  async prepare({ back, ...input }, turn) {
    const view = await requestMeant(input, turn);
    if (!view) return asksBack(['request'], await chooseFor(input.municipality, turn));
    if (back && isEnded(view.standing) && !mayReopen(view.standing, turn.now))
      throw Refusal.because('too-late-to-reopen');
    return { found: view };
  },

  async run({ back }, turn, view) {
    const after = await (back ? stillOpen(turn, view) : solved(turn, view));
    const { due } = after.standing;
    const said = back
      ? `続けて対応します。${shortDate(due)}までに事務局からお答えします。足りないところは「相談」で送ってください。`
      : '解決として終えました。14日以内なら「まだ」で続けられます。';
    return { card: opened(after, turn, [notice('good', said)]), how: 'replace' };
  },
});

/** Two who press at once mean the same: the second finds it done. */
async function solved(turn: MemberTurn, view: RequestView): Promise<RequestView> {
  if (isEnded(view.standing)) return view;
  const { view: after, isWritten } = await addStep(turn, view, { did: 'solved' });
  return isWritten || isEnded(after.standing) ? after : solved(turn, after);
}

/** Nothing is added where the secretariat is already at it. */
async function stillOpen(turn: MemberTurn, view: RequestView): Promise<RequestView> {
  if (view.standing.owes && view.standing.state !== 'checking') return view;
  const calendar = calendarOf(turn.programme.closures);
  const due = addOpenDays(dayOf(turn.now), OPEN_DAYS_TO_ANSWER, calendar);
  const { view: after, isWritten } = await addStep(turn, view, { did: 'reopened', due });
  return isWritten ? after : stillOpen(turn, after);
}

/** What has an answer is meant before what has none; nothing is ended without a press. */
async function chooseFor(municipality: string | undefined, turn: MemberStart) {
  const isAnswered = ({ standing }: RequestView) => standing.state === 'checking';
  const { shown, more } = await openRequestsOf(municipality, turn, isAnswered);
  const [only, ...others] = shown;
  if (only && others.length === 0) return confirmSolvedCard(only);
  return whichRequestCard(
    '解決したのは、どの相談ですか。',
    shown.map((view) => ({ view, ask: ask('end-request', which(view.request)) })),
    { more },
  );
}
