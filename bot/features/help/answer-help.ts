import type { RequestView } from '../../../cards/help/request-view.ts';
import { settledNotes } from '../../../cards/help/settled.ts';
import { isEnded } from '../../../programme/help/request-standing.ts';
import { defineCommand } from '../../command.ts';
import type { MemberTurn } from '../../turn.ts';
import { addStep } from './add-step.ts';
import { requestMeant } from './requests.ts';
import { listed } from './show-requests.ts';

export const answerHelp = defineCommand({
  name: 'answer-help',
  says: ['未対応'],
  help: '対応を待っている相談を表示します。回答のほかの形で済んだものは、対応済みにできます。',
  example: '未対応',
  english: 'Show the problems that wait for an answer, and mark them as settled.',
  group: { title: '事務局の仕事', order: 2 },
  needs: 'answer',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['request'],
  spoken: {
    words: ['未対応', '対応待ち'],
    wins: 270,
  },

  prepare: async (input, turn) => ({ found: await requestMeant(input, turn) }),

  async run({ back, page }, turn, found) {
    if (!found) return { card: await listed(turn, { page }), how: 'replace' };
    const after = await settled(turn, found, back !== undefined);
    const said = settledNotes(after.request, after.municipality, back !== undefined);
    return { card: await listed(turn, { said }), how: 'replace' };
  },
});

/** What was settled stays so, and what goes on goes on, whoever was faster. */
async function settled(turn: MemberTurn, view: RequestView, isBack: boolean): Promise<RequestView> {
  if (isEnded(view.standing) !== isBack) return view;
  const { view: after, isWritten } = await addStep(turn, view, { did: isBack ? 'reopened' : 'solved' });
  return isWritten ? after : settled(turn, after, isBack);
}
