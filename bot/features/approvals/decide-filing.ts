import { becauseCard, confirmDecisionCard, notDecidingCard } from '../../../cards/approvals/decide.ts';
import { decidedCard, standsCard } from '../../../cards/approvals/filing.ts';
import { whichFilingCard } from '../../../cards/approvals/waiting.ts';
import { type DecisionTrouble, decisionTrouble } from '../../../programme/approvals/filing-standing.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { decisionOf, type Filing, withDecision } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { verdictName, verdictSaid, verdictsFor } from '../../../programme/verdict-words.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { Filed } from '../../filed.ts';
import type { MemberStart } from '../../turn.ts';
import { changeFiling } from './change-filing.ts';
import { type FiledOne, filingOfId, filingsIn, filingView, filingViews, waitingAmong } from './filings.ts';
import { aboutKind, kindsSaid, shortly } from './kinds-said.ts';

type Input = InputOf<'decide-filing'>;
type Meant = { readonly one: FiledOne; readonly version: number; readonly isNew: boolean };

export const decideFilingOver = (filed: readonly Filed[]) =>
  defineCommand({
    name: 'decide-filing',
    says: ['承認', '不承認', '条件つき承認', '条件付き承認', '受領'],
    help: '県の主担当の方が、提出されたものを承認・条件つき・不承認・受領のどれかに決めます。決める前に内容を示します。',
    example: '承認',
    english: 'Decide for the prefecture about something that was handed in.',
    group: { title: '県とのやりとり', order: 2 },
    needs: 'approve',
    about: 'member',
    usualFor: {},
    writes: ['version'],
    typed: 'inputs',
    shownFirst: true,
    wished: [
      { like: aboutKind(filed), as: '承認 $<because>', first: true },
      {
        like: /^(?:[^、。\s]{1,40}?(?:を|は|について|の件)、?)?(?:不?承認|受領|条件(?:つき|付き)(?:で承認)?)(?:し(?:ます|ました)|と(?:し|いたし)ます|とする)(?:ので、?よろしくお願いします)?[。\s]*$/u,
        as: '承認 ',
      },
    ],
    named: async ({ said, input }) => {
      const [verdict, kinds] = [verdictSaid(said), kindsSaid(said, filed)];
      return { ...input, ...(verdict && { verdict }), ...(kinds && { kinds }) };
    },

    async prepare(input, turn): Promise<Prepared<Meant>> {
      const { filing: id, version } = input;
      if (id === undefined) return chosen(input, turn, filed);
      const one = await filingOfId(turn.store, filed, id);
      if (!one) throw Refusal.because('old-card');
      return version === undefined ? shownFirst(one, input, turn) : judged({ ...input, version }, one, turn);
    },

    async run(input, turn, { one, version, isNew }) {
      if (!isNew) return { card: decidedCard(await filingView(one, turn), false), how: 'replace' };
      const { verdict, condition, reason, anew } = input;
      const after = await changeFiling(turn, one, (known) => {
        if (known.decisions?.some(({ ask: message }) => message === turn.from.ask)) return known;
        const trouble = decisionTrouble(known, { version, anew }, standing({ of: one.of, filing: known }, turn));
        if (trouble)
          throw Refusal.because('bad-value', {
            sentence: `${TROUBLES[trouble]}何も記録していません。「承認待ち」で今の状態を確認できます。`,
          });
        return withDecision(known, { version, verdict, condition, reason }, turn.from);
      });
      return { card: decidedCard(await filingView(after, turn), true), how: 'replace' };
    },
  });

const TROUBLES: Readonly<Record<DecisionTrouble, string>> = {
  withdrawn: 'これは取り下げられました。',
  'newer-version': 'このカードのあとに、新しい版が出ています。',
  'not-submitted': 'この版は、まだ提出されていません。',
  decided: 'これはすでに決定しています。',
  'taken-back-otherwise': 'これを取り消すときは「撤回」を使ってください。',
  'in-force': 'これはすでに施行されているため、決め直せません。変えるときは、事務局に新しい提出を頼んでください。',
};

const standing = ({ of, filing }: FiledOne, { now }: Pick<MemberStart, 'now'>) => ({
  now,
  effectiveFrom: of.effectiveFrom?.(filing),
  isTakenBack: of.takeBack !== undefined,
});

/** Typed without a card: the one that waits is shown before anything is decided; of several it is asked which. */
async function chosen(input: Input, turn: MemberStart, filed: readonly Filed[]): Promise<Prepared<Meant>> {
  const { verdict, condition, kinds } = input;
  const meant = filed.filter(({ prefix }) => kinds === undefined || kinds.split(',').includes(prefix));
  const waiting = waitingAmong(await filingsIn(turn.store, meant)).filter(({ of }) =>
    verdictsFor(of.yes).includes(verdict),
  );
  const [only, ...others] = waiting;
  if (!only) throw Refusal.because('bad-value', { sentence: nothingWaits(meant.length < filed.length ? meant : []) });
  if (others.length === 0) return shownFirst(only, input, turn);
  const views = await filingViews(waiting.slice(0, SHOWN), turn);
  const rows = views.map((view) => ({
    view,
    ask: ask('decide-filing', { filing: view.filing.id, verdict, condition }),
  }));
  const question = `どれを「${verdictName(only.of.yes, verdict)}」としますか。`;
  return asksBack(['filing'], whichFilingCard('どの提出ですか', question, rows));
}

const SHOWN = 6;
const nothingWaits = (meant: readonly Filed[]): string => {
  const what = meant.length > 0 ? `${meant.map(shortly).join('・')}で` : '';
  return `${what}県の決定を待つものはありません。何も記録していません。決定したものは「承認待ち」の「決定済みを見る」から確認できます。`;
};

async function shownFirst(one: FiledOne, { verdict, condition }: Input, turn: MemberStart): Promise<Prepared<Meant>> {
  const view = await filingView(one, turn);
  if (!view.mayDecide) return asksBack([], notDecidingCard(view));
  return asksBack([], confirmDecisionCard(view, verdict, condition));
}

/** Pressed on a card: what it showed must still be what stands. */
async function judged(
  input: Input & { readonly version: number },
  one: FiledOne,
  turn: MemberStart,
): Promise<Prepared<Meant>> {
  const { version, verdict, anew } = input;
  const view = await filingView(one, turn);
  if (!view.mayDecide) return asksBack([], notDecidingCard(view), 'replace');
  if (!verdictsFor(one.of.yes).includes(verdict)) throw Refusal.because('old-card');
  if (isSame(one.filing, input)) return { found: { one, version, isNew: false } };
  const trouble = decisionTrouble(one.filing, { version, anew }, standing(one, turn));
  if (trouble) return asksBack([], standsCard(view, TROUBLES[trouble]), 'replace');
  const lacking = becauseLacking(input);
  if (!lacking) return { found: { one, version, isNew: true } };
  return asksAtOnce([lacking.name], becauseCard(view, verdict, { ...input }, lacking), 'new');
}

/** Pressed twice, or by two: the same verdict about the same version is one. */
const isSame = (filing: Filing, { version, verdict }: { version: number; verdict: Input['verdict'] }): boolean =>
  filing.withdrawn === undefined && decisionOf(filing, version)?.verdict === verdict;

/** What must change, why not, or why it is decided anew; a plain yes needs no words. */
function becauseLacking({ verdict, condition, reason, anew }: Input) {
  const isYes = verdict === 'approve';
  if (isYes && anew === undefined) return undefined;
  const [name, value] = isYes ? (['reason', reason] as const) : (['condition', condition] as const);
  if (value === undefined) return { name };
  return saysNothing(value) ? { name, value, error: '事務局に伝わるように、具体的に入力してください。' } : undefined;
}
