import { documentCard, documentFormCard } from '../../../cards/approvals/document.ts';
import { whichFilingCard } from '../../../cards/approvals/waiting.ts';
import { documentSaid } from '../../../programme/approvals/document-said.ts';
import { lacksAct } from '../../../programme/approvals/filing-standing.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import { approvedVersion, withAct } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { Filed } from '../../filed.ts';
import type { MemberStart } from '../../turn.ts';
import { changeFiling } from './change-filing.ts';
import { type FiledOne, filingOfId, filingsIn, filingView, filingViews } from './filings.ts';

type Input = InputOf<'record-document'>;
/** `document`: none where it is only said that there is none yet. */
type Meant = {
  readonly one: FiledOne;
  readonly version: number;
  readonly document: string | undefined;
  readonly day: Day | undefined;
};

export const recordDocumentOver = (filed: readonly Filed[]) =>
  defineCommand({
    name: 'record-document',
    says: ['文書番号', '文書未受領'],
    help: '承認や承諾の文書番号と日付を記録します。まだのときは「文書未受領」のままにできます。',
    example: '文書番号',
    english: 'Record the number of the formal document for a decision.',
    group: { title: '県とのやりとり', order: 3 },
    needs: 'filed',
    about: 'member',
    usualFor: {},
    writes: ['document'],
    typed: 'inputs',
    wished: [
      {
        like: /^(?:番号は)?(?<document>[\p{L}\p{N}-]{0,16}第[\p{N}〇一二三四五六七八九十百千]+号)(?:です|でした)?[。\s]*$/u,
        as: '文書番号 $<document>',
      },
    ],
    named: async ({ said, input }) => (said.includes('未受領') ? { ...input, lacking: 'yes' } : input),

    async prepare(given, turn): Promise<Prepared<Meant>> {
      const input = withDayApart(given, turn);
      const { filing: id, document, lacking, day } = input;
      refuseAhead(day, turn);
      const one = id === undefined ? await onlyLacking(input, turn, filed) : await filingOfId(turn.store, filed, id);
      if (!one) throw Refusal.because('old-card');
      if ('card' in one) return asksBack(['filing'], one.card);
      const version = numberedVersion(one);
      if (document !== undefined || lacking !== undefined) return { found: { one, version, document, day } };
      return asksAtOnce(['document'], documentFormCard(await filingView(one, turn), day), 'new');
    },

    async run(_input, turn, { one, version, document, day }) {
      if (document === undefined) return { card: documentCard(await filingView(one, turn), version), how: 'replace' };
      const after = await changeFiling(turn, one, (known) => withAct(known, { version, document, day }, turn.from));
      return { card: documentCard(await filingView(after, turn), version), how: 'replace' };
    },
  });

/** A day that was said behind the number is the day of the letter, and no part of its number. */
function withDayApart(input: Input, { now }: MemberStart): Input {
  if (input.document === undefined) return input;
  const { document, day } = documentSaid(input.document, dayOf(now));
  return { ...input, document, day: input.day ?? day };
}

function refuseAhead(day: Input['day'], { now }: MemberStart): void {
  if (day === undefined || day <= dayOf(now)) return;
  throw Refusal.because('bad-value', {
    sentence: '文書の日付は、今日までの日付にしてください。まだ記録していません。',
  });
}

/** The version whose formal act is numbered. @throws Refusal where it has none */
function numberedVersion({ of, filing }: FiledOne): number {
  const approved = approvedVersion(filing);
  if (!approved || !of.hasAct) throw Refusal.because('bad-value', { sentence: NO_ACT });
  return approved.number;
}

const NO_ACT = '文書番号を記録するものではないため、何も記録していません。「承認待ち」で今の状態を確認できます。';

/** The only one without its number, or a card that asks which. @throws Refusal where all have theirs */
async function onlyLacking({ document, day }: Input, turn: MemberStart, filed: readonly Filed[]) {
  const lacking = (await filingsIn(turn.store, filed)).filter(({ of, filing }) => of.hasAct && lacksAct(filing));
  const [only, ...others] = lacking;
  if (!only)
    throw Refusal.because('bad-value', { sentence: '文書番号の届いていないものはありません。何も記録していません。' });
  if (others.length === 0 && document === undefined) return only;
  const views = await filingViews(lacking.slice(0, 6), turn);
  const rows = views.map((view) => ({ view, ask: ask('record-document', { filing: view.filing.id, document, day }) }));
  const question = document === undefined ? 'どれの文書番号ですか。' : `文書番号「${document}」は、どれのものですか。`;
  return { card: whichFilingCard('文書番号', question, rows) };
}
