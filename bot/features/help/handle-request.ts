import { type Button, notice } from '../../../cards/card.ts';
import { handlersCard } from '../../../cards/help/handlers.ts';
import { meanwhileCard } from '../../../cards/help/request.ts';
import { type RequestView, whichSeen } from '../../../cards/help/request-view.ts';
import { whichRequestCard } from '../../../cards/help/requests.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { fullDate } from '../../../programme/day.ts';
import { type Handling, handlings } from '../../../programme/help/inputs.ts';
import type { Member } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { withAccess } from '../../who/admission.ts';
import { activeMembers, named } from '../people/people.ts';
import { addStep, isMeanwhile, refuseIfPast } from './add-step.ts';
import { isOffice, openRequestsOf, requestMeant } from './requests.ts';
import { opened } from './show-requests.ts';

type Input = InputOf<'handle-request'>;
/** `to`: whom it is given to, where it is. */
type Handled = { readonly view: RequestView; readonly to: Member | undefined };

export const handleRequest = defineCommand({
  name: 'handle-request',
  says: ['相談対応', '受け持つ', '割り当てる'],
  help: '相談を受け持つ、割り当てる、期限を決める、確認待ちにする、のどれかを記録します。',
  example: '受け持つ',
  english: 'Take a request for help, give it to somebody, promise a day or mark it as waiting.',
  group: { title: '事務局の仕事', order: 22 },
  needs: 'answer',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['request'],
  typed: 'inputs',
  wished: [
    {
      like: /^(?<where>\S+?[市区町村])の相談を(?<who>[^、。\s]+(?:\s[^、。\s]+)?)(?:さん|様)に(?:割り?当て|任せ|お願い|渡)[^、。\s]*/u,
      as: '割り当てる $<where> 担当 $<who> ',
    },
    { like: /^(?<where>\S+?[市区町村])の相談を受け持[^、。\s]*/u, as: '受け持つ $<where> ' },
    {
      like: /^(?<where>\S+?[市区町村])の相談の期限を(?<day>[^、。\s]+?)(?:に|まで)[^、。\s]*/u,
      as: '相談対応 期限を決める $<where> $<day> ',
    },
  ],
  named: async ({ said, input }) => ({ ...input, ...(stateSaid(said) && { state: stateSaid(said) }) }),

  check: ({ request, state, due }) =>
    request !== undefined && state === 'promised' && due === undefined ? [{ input: 'due' }] : [],

  async prepare(input, turn): Promise<Prepared<Handled>> {
    refuseIfPast(input.due, turn.now);
    const view = await requestMeant(input, turn);
    if (!view) return asksBack(['request'], await chooseFor(input, turn));
    if (isMeanwhile(view, input.seen, turn.who.id)) return asksBack([], meanwhile(view, input), 'new');
    if (input.state !== 'assigned') return { found: { view, to: undefined } };
    const to = await handlerMeant(input.member, turn);
    return Array.isArray(to) ? asksBack(['member'], handlersCard(view, to)) : { found: { view, to } };
  },

  async run(input, turn, { view, to }) {
    const after = await addStep(turn, view, { did: input.state, to: to?.id, due: input.due });
    if (!after.isWritten) return { card: meanwhile(after.view, input), how: 'new' };
    return {
      card: opened(after.view, turn, [notice('good', done(input, to, tookIt(view, after.view)))]),
      how: 'replace',
    };
  },
});

/** 受け持つ 小海町: its own word says what is to be done. */
function stateSaid(said: string): Handling | undefined {
  const plain = said.normalize('NFKC');
  if (plain.includes('受け持')) return 'taken';
  if (plain.includes('割り当て')) return 'assigned';
  return plain.includes('確認待ち') ? 'waiting' : undefined;
}

/** Who promises a day takes what nobody had. */
const tookIt = (before: RequestView, after: RequestView): boolean =>
  before.standing.owner === undefined && after.standing.owner !== undefined;

function done({ state, due }: Input, to: Member | undefined, isTaken: boolean): string {
  const until = due === undefined ? '' : `期限は${fullDate(due)}です。`;
  const what = {
    taken: '受け持ちました。',
    assigned: `${to?.name}さんに割り当てました。ご本人に1対1で知らせます。`,
    promised: isTaken ? '受け持ちました。' : '',
    waiting: '確認待ちにしました。',
  }[state];
  return `${what}${until}`;
}

/** Somebody of the secretariat, or all of them to choose from. */
async function handlerMeant(said: string | undefined, turn: MemberStart): Promise<Member | Member[]> {
  const office = [...(await withAccess((await activeMembers(turn.store)).filter(isOffice), turn))];
  if (said === undefined) return office;
  const [only, ...others] = named(said, office);
  if (!only) throw Refusal.because('unknown-name', { said });
  return others.length > 0 ? [only, ...others] : only;
}

async function chooseFor(input: Input, turn: MemberStart) {
  const { state, member, due, municipality } = input;
  const { shown, more } = await openRequestsOf(municipality, turn);
  return whichRequestCard(
    `どの相談を「${handlings[state]}」にしますか。`,
    shown.map((view) => ({ view, ask: ask('handle-request', { state, member, due, ...whichSeen(view.request) }) })),
    { more },
  );
}

function meanwhile(view: RequestView, { state, member, due }: Input) {
  const again = ask('handle-request', { state, member, due, ...whichSeen(view.request) });
  const yes: Button = { label: `それでも${handlings[state]}`, ask: again };
  return meanwhileCard(view, { what: '操作', said: handlings[state], yes });
}
