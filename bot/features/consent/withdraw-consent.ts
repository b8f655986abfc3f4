import type { ConsentView } from '../../../cards/consent/consent-view.ts';
import { confirmWithdrawCard, consentWithdrawnCard, whichToWithdrawCard } from '../../../cards/consent/withdraw.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { type Consent, withWithdrawal } from '../../../programme/consent/consent.ts';
import { approvalId, withApprovalWithdrawn } from '../../../programme/consent/material-approval.ts';
import { dayOf } from '../../../programme/day.ts';
import { holdsDuty } from '../../../programme/duty.ts';
import { FILINGS } from '../../../programme/filing.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { answeringAs, consentAt, consentViews, materialSaid } from './consent-views.ts';
import { consentTownsOf, lookingAs } from './show-consents.ts';

/** All that is taken back at once: every 承諾 of one material, whichever version and scope. */
type OfOne = readonly [ConsentView, ...ConsentView[]];
const MATERIALS_A_PAGE = 8;

export const withdrawConsent = defineCommand({
  name: 'withdraw-consent',
  says: ['撤回'],
  help: '承諾をすぐに取りやめます。そのときから、ほかの方には見えません。',
  example: '撤回',
  english: 'Take back a consent at once: from then on nobody else sees it.',
  group: { title: '承諾と共有', order: 8 },
  needs: 'consents',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['sure'],
  typed: 'inputs',
  shownFirst: true,
  spoken: {
    words: [
      '撤回',
      '承諾の撤回',
      '承諾を撤回',
      '承諾の取消',
      '承諾を取り消',
      '承諾を取消',
      '承諾を取りやめ',
      '承諾取りやめ',
    ],
    wins: 376,
    asked: 'show-consents',
  },

  async prepare({ municipality, material, page = 1, sure }, turn): Promise<Prepared<OfOne>> {
    const views = await consentViews(turn, await consentTownsOf(municipality, turn), lookingAs(turn));
    const all = byMaterial(views.filter((view) => isTheirs(view, turn)));
    const said = materialSaid(views, material);
    const meant = said.material === undefined ? all : all.filter(([first]) => isCalled(first, said.material ?? ''));
    const [only, ...others] = meant;
    if (!only) {
      const before = views.filter((view) => isCalled(view, material ?? '') && wasTakenBackBy(view.consent, turn));
      if (sure && before[0]) return { found: [before[0], ...before.slice(1)] };
      throw Refusal.because('nothing-to-withdraw');
    }
    await refuseUnlessTheirs(only[0], turn);
    if (others.length > 0)
      return asksBack(['material'], whichOf(meant, { municipality, material: said.material }, page));
    return sure === undefined || said.rest !== undefined
      ? asksBack([], confirmWithdrawCard(only, turn.who.role))
      : { found: only };
  },

  async run(_input, turn, found: OfOne) {
    const { role } = turn.who;
    if (role === 'prefecture') await withdrawApproval(found, turn);
    else for (const { consent } of found) await withdraw(consent, turn);
    await ringBell(turn);
    return { card: consentWithdrawnCard(found[0], role), how: 'replace' };
  },
});

type Given = Pick<InputOf<'withdraw-consent'>, 'municipality' | 'material'>;

function whichOf(meant: readonly OfOne[], given: Given, page: number) {
  const all = meant.map(([first]) => first);
  const { shown, at, pages } = pageOf(all, page, MATERIALS_A_PAGE);
  return whichToWithdrawCard({ views: shown, given, page: at, pages });
}

/** What this person's side can take back: the prefecture its own 承諾, the secretariat also what it has only asked for. */
const isTheirs = ({ standing, approval }: ConsentView, { who }: MemberStart): boolean => {
  if (who.role === 'prefecture') return approval === 'approve';
  return standing === 'approve' || (who.role === 'secretariat' && standing === 'asked');
};

function byMaterial(views: readonly ConsentView[]): OfOne[] {
  const of = new Map<string, [ConsentView, ...ConsentView[]]>();
  for (const view of views) {
    const known = of.get(view.consent.material);
    if (known) known.push(view);
    else of.set(view.consent.material, [view]);
  }
  return [...of.values()];
}

const isCalled = ({ consent, content }: ConsentView, said: string): boolean =>
  consent.material === said || content?.title === said || (said !== '' && content?.title.includes(said) === true);

const wasTakenBackBy = ({ withdrawals }: Consent, { who }: MemberStart): boolean =>
  withdrawals?.some(({ by }) => by === who.id) ?? false;

/** @throws Refusal where the municipality's own 承諾 is somebody else's to take back */
async function refuseUnlessTheirs({ consent }: ConsentView, turn: MemberStart): Promise<void> {
  if (turn.who.role !== 'municipal' || holdsDuty(turn.who, 'consenter')) return;
  const { others } = await answeringAs(turn, consent.municipality);
  throw Refusal.because('not-consenter-to-withdraw', { names: others });
}

async function withdraw(consent: Consent, turn: MemberTurn): Promise<void> {
  const day = dayOf(turn.now);
  await turn.changeOf(consent.municipality)('consents', consentAt(consent), (known = consent) =>
    withWithdrawal(known, turn.from, day),
  );
}

async function withdrawApproval([{ consent }]: OfOne, turn: MemberTurn): Promise<void> {
  const at = { partition: FILINGS, id: approvalId(consent.material) };
  await turn.changeOf(consent.municipality)('materialApprovals', at, (known) => {
    if (!known) throw Refusal.because('nothing-to-withdraw');
    return withApprovalWithdrawn(known, turn.from);
  });
}
