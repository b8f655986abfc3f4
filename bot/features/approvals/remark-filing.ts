import { standsCard } from '../../../cards/approvals/filing.ts';
import { remarkedCard } from '../../../cards/approvals/remark.ts';
import { whichFilingCard } from '../../../cards/approvals/waiting.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { currentFiling, withRemarkOn } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { Filed } from '../../filed.ts';
import type { MemberStart } from '../../turn.ts';
import { changeFiling } from './change-filing.ts';
import { type FiledOne, filingOfId, filingsIn, filingView, filingViews, waitingAmong } from './filings.ts';

export const remarkFilingOver = (filed: readonly Filed[]) =>
  defineCommand({
    name: 'remark-filing',
    says: ['意見'],
    help: '決定を待つものに、県の方の意見を残します。主担当の方が決めるときに読みます。',
    example: '意見 交代の時期を確かめたいです',
    english: 'Leave a remark on something that waits for the prefecture to decide.',
    group: { title: '県とのやりとり', order: 4 },
    needs: 'approve',
    about: 'member',
    usualFor: {},
    writes: ['version'],
    typed: 'free',
    check: ({ text }) => (saysNothing(text) ? [{ input: 'text', problem: '意見の内容を入力してください。' }] : []),

    async prepare({ filing: id, version, text }, turn): Promise<Prepared<FiledOne>> {
      if (id === undefined) return asksBack(['filing'], await whichOf(text, turn, filed));
      const one = await filingOfId(turn.store, filed, id);
      if (!one) throw Refusal.because('old-card');
      const isOld = version !== currentFiling(one.filing).number || one.filing.withdrawn !== undefined;
      if (isOld)
        return asksBack([], standsCard(await filingView(one, turn), 'このカードのあとに、変わっています。'), 'replace');
      return { found: one };
    },

    async run({ text }, turn, one) {
      const version = currentFiling(one.filing).number;
      const after = await changeFiling(turn, one, (known) => withRemarkOn(known, { version, text }, turn.from));
      return { card: remarkedCard(await filingView(after, turn), text), how: 'replace' };
    },
  });

async function whichOf(text: InputOf<'remark-filing'>['text'], turn: MemberStart, filed: readonly Filed[]) {
  const waiting = waitingAmong(await filingsIn(turn.store, filed)).slice(0, 6);
  if (waiting.length === 0)
    throw Refusal.because('bad-value', { sentence: '県の決定を待つものはありません。意見は記録していません。' });
  const views = await filingViews(waiting, turn);
  const rows = views.map((view) => ({
    view,
    ask: ask('remark-filing', { filing: view.filing.id, version: currentFiling(view.filing).number, text }),
  }));
  return whichFilingCard('意見', `「${text.slice(0, 80)}」は、どれへの意見ですか。`, rows);
}
