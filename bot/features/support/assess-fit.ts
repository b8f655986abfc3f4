import { assessFitCard, fitAssessedCard, fitQuestionsCard } from '../../../cards/support/assess-fit.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { may } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { fitAnswerId } from '../../../programme/visits/fit-answer.ts';
import { municipal } from '../../../storage/collections.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { fitToAnswer, openFitQuestions, type Side } from './fit-to-answer.ts';

export const assessFit = defineCommand({
  name: 'assess-fit',
  says: ['初期評価', '続けられそうか'],
  help: '市町村と派遣人材の組み合わせが、このまま続けられそうかを答えます。お答えは事務局だけが見ます。',
  example: '初期評価',
  english: 'Say whether you and the other side can go on like this.',
  group: { title: '訪問のこと', order: 23 },
  needs: 'assess',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['fit'],
  typed: 'inputs',
  spoken: {
    words: ['初期評価', '続けられそうか', '交代後の確認'],
    wins: 380,
  },

  async prepare(input, turn) {
    const { fit } = input;
    const open = await questionsMeant(input, turn);
    const [only, ...others] = open;
    if (!only || others.length > 0) {
      const card = fitQuestionsCard(open, { fit });
      return fit === undefined ? { found: { show: card } } : asksBack(only ? ['expert'] : [], card);
    }
    return { found: fit === undefined ? { show: assessFitCard(only) } : { question: only, fit } };
  },

  async run(_input, turn, found) {
    if ('show' in found) return { card: found.show, how: 'replace' };
    const { question, fit } = found;
    const { municipality, expert, occasion } = question;
    const side = sideOf(turn);
    const at = { partition: municipal(municipality), id: fitAnswerId({ occasion, expert, side }) };
    const { from } = turn;
    await turn.change('fitAnswers', at, (known) =>
      known?.fit === fit ? known : { ...from, municipality, expert, occasion, side, fit },
    );
    return { card: fitAssessedCard(question, fit), how: 'replace' };
  },
});

const sideOf = ({ who }: MemberStart): Side => (who.role === 'expert' ? 'expert' : 'municipality');

/** The one of a card, or all that are still open. @throws Refusal where it is not theirs, or the pair is none any more */
async function questionsMeant({ municipality, expert, occasion }: InputOf<'assess-fit'>, turn: MemberStart) {
  const { who } = turn;
  if (municipality !== undefined && !may(who, 'assess', municipality)) throw Refusal.because('not-yours');
  if (municipality === undefined || expert === undefined || occasion === undefined) {
    const open = await openFitQuestions(who, turn);
    return open.filter((each) => occasion === undefined || each.occasion === occasion);
  }
  if (who.role === 'expert' && expert !== who.id) throw Refusal.because('not-yours');
  const question = await fitToAnswer({ municipality, expert, occasion }, sideOf(turn), turn);
  if (!question) throw Refusal.because('old-card');
  return [question];
}
