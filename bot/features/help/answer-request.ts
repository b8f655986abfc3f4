import type { Button } from '../../../cards/card.ts';
import { notice, text } from '../../../cards/card.ts';
import { answerFormCard } from '../../../cards/help/answer-form.ts';
import { meanwhileCard } from '../../../cards/help/request.ts';
import { type RequestView, which, whichSeen } from '../../../cards/help/request-view.ts';
import { whichRequestCard } from '../../../cards/help/requests.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { addStep, isMeanwhile } from './add-step.ts';
import { LONGEST_CARRIED, numberAsked } from './number-asked.ts';
import { openRequestsOf, requestMeant } from './requests.ts';
import { opened } from './show-requests.ts';

export const answerRequest = defineCommand({
  name: 'answer-request',
  says: ['回答'],
  help: '相談に回答します。回答は、相談した方に1対1で届きます。',
  example: '回答 ひな形をお送りします',
  english: 'Answer a request for help; the answer goes to whoever asked.',
  group: { title: '事務局の仕事', order: 21 },
  needs: 'answer',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['request'],
  typed: 'free',
  wished: [
    {
      like: /^(?<where>\S+?[市区町村])の相談に(?:回答|返事|返答|お?答え)(?:し|す|を|る|た|$)[^、。\s]*/u,
      as: '回答 $<where> ',
    },
  ],

  check: ({ answer }) => (saysNothing(answer) ? [{ input: 'answer', problem: NOTHING }] : []),

  question: async (given, turn) => formFor(given, turn),
  again: async (given, turn, errors) => formFor(given, turn, errors.get('answer')),

  async confirm(input) {
    const { answer, sure, ...rest } = input;
    if (sure !== undefined || input.request === undefined) return undefined;
    return numberAsked(ask('answer-request', rest), { ...ANSWER_FIELD, value: answer });
  },

  async prepare(input, turn) {
    const found = await requestMeant(input, turn);
    if (!found) return asksBack(['request'], await chooseFor(input, turn));
    if (isMeanwhile(found, input.seen, turn.who.id)) return asksBack([], meanwhile(found, input), 'new');
    return { found };
  },

  async run(input, turn, found) {
    const { answer } = input;
    const { view, isWritten } = await addStep(turn, found, { did: 'answered', text: answer });
    if (!isWritten) return { card: meanwhile(view, input), how: 'new' };
    const done = `回答を記録しました。${view.nameOf(view.request.by)}に、開庁日の日中に1対1で届きます。`;
    return { card: opened(view, turn, [notice('good', done)]), how: 'replace' };
  },
});

const ANSWER_FIELD = { name: 'answer', title: '回答', label: '回答' };
const NOTHING = '回答する内容を入力してください。';

/** The form below what was asked; the plain one where it is not known yet which 相談 is meant. */
async function formFor(given: Readonly<Record<string, unknown>>, turn: MemberStart, problem?: string) {
  const { request, municipality, answer } = given;
  if (typeof request !== 'string' || typeof municipality !== 'string') return undefined;
  const view = await requestMeant({ request, municipality }, turn);
  return (
    view && answerFormCard(view, { ...given }, { problem, value: typeof answer === 'string' ? answer : undefined })
  );
}

async function chooseFor(input: InputOf<'answer-request'>, turn: MemberStart) {
  const { answer, municipality } = input;
  const isCarried = answer.length <= LONGEST_CARRIED;
  const kept = isCarried ? { answer } : {};
  const { shown, more } = await openRequestsOf(municipality, turn);
  return whichRequestCard(
    'どの相談への回答ですか。',
    shown.map((view) => ({ view, ask: ask('answer-request', { ...kept, ...whichSeen(view.request) }) })),
    {
      notes: [
        text(isCarried ? `「${answer}」` : '回答が長いため、相談を選んだあとで、もう一度送ってください。', 'quiet'),
      ],
      more,
    },
  );
}

/** What others did, and what was to be said; a yes says it all the same. */
function meanwhile(view: RequestView, { answer }: InputOf<'answer-request'>) {
  const same = ask('answer-request', { answer, ...whichSeen(view.request), sure: 'yes' });
  const again = ask('answer-request', which(view.request));
  const yes: Button =
    answer.length <= LONGEST_CARRIED
      ? { label: 'それでも回答する', ask: same }
      : { label: '回答を入力し直す', ask: again };
  return meanwhileCard(view, { what: '回答', said: answer, yes });
}
