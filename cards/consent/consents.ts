import { ask } from '../../programme/asks.ts';
import {
  type ConsentStanding,
  consentStandingNames,
  currentAnswer,
  currentAsking,
  currentWithdrawal,
} from '../../programme/consent/consent.ts';
import { approvalStandingNames } from '../../programme/consent/material-approval.ts';
import { scopeNames } from '../../programme/consent/scope.ts';
import { shortDate, shortMoment } from '../../programme/day.ts';
import type { Role } from '../../programme/member.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, type Tone, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { type ConsentView, materialAsk, materialCalled, untilText, whichConsent } from './consent-view.ts';
import { seenPage } from './seen-page.ts';

const tones: Readonly<Record<ConsentStanding, Tone>> = {
  ...{ asked: 'attention', unanswered: 'quiet', approve: 'good', conditional: 'attention' },
  ...{ refuse: 'quiet', withdrawn: 'quiet', expired: 'quiet' },
};

/** 回答待ち（12/8(火)まで）・県の承諾待ち */
function standingText({ consent, standing, approval, isNewest }: ConsentView): string {
  const due = standing === 'asked' ? `（${shortDate(currentAsking(consent).due)}まで）` : '';
  const until = standing === 'approve' ? `（${untilText(consent)}）` : '';
  const byPrefecture = approval ? `・${approvalStandingNames[approval]}` : '';
  return `${consentStandingNames[standing]}${due}${until}${byPrefecture}${isNewest ? '' : '・前の版'}`;
}

type Listed = {
  readonly views: readonly ConsentView[];
  readonly page: number;
  readonly pages: number;
  readonly municipality: string | undefined;
  /** Whether whoever looks asks for 承諾. */
  readonly asks: boolean;
  /** Whether they are of several municipalities. */
  readonly isOfAll: boolean;
};

/** What was asked for and how it stands, what waits first. */
export function consentsCard({ views, page, pages, municipality, asks, isOfAll }: Listed): Card {
  const none = '承諾をお願いしたものは、まだありません。';
  return card(
    '承諾一覧',
    views.length === 0 ? none : `承諾一覧 ${page}/${pages}`,
    views.length === 0 ? text(none) : [],
    list(
      views.map((view) => ({
        title: `${isOfAll ? view.municipality.name : ''}${materialCalled(view)}（${scopeNames[view.consent.scope]}）`,
        detail: standingText(view),
        tone: tones[view.standing],
        ask: materialAsk(view),
        does: '開く',
      })),
    ),
    buttons(
      ...pageButtons(page, pages, (to) => ask('show-consents', { municipality, page: to })),
      ...(asks ? [{ label: '承諾依頼', ask: ask('ask-consent') }] : []),
    ),
  );
}

type Opened = {
  /** Of one material, the one asked last first. */
  readonly views: readonly ConsentView[];
  readonly role: Role;
  readonly isConsenter: boolean;
  readonly nameOf: (member: string) => string;
};

/** All that was asked about one material; reasons are for the municipality and the secretariat alone. */
export function materialConsentsCard({ views, role, isConsenter, nameOf }: Opened): Card {
  const [first] = views;
  if (!first) throw new Error('no 承諾 of a material');
  const called = `${first.municipality.name} ${materialCalled(first)}`;
  const seen = views.find(({ content }) => content !== undefined);
  return card(
    '承諾の状態',
    `${called}: ${standingText(first)}`,
    text(called, 'heading'),
    views.flatMap((view) => standingNodes(view, role, nameOf)),
    seen?.content
      ? [text('見える内容', 'heading'), ...seenPage({ town: seen.municipality.name, content: seen.content })]
      : text('内容は、市町村の承諾があると確認できます。', 'quiet'),
    buttons(...openedButtons(views, role, isConsenter), { label: '承諾一覧', ask: ask('show-consents') }),
  );
}

function standingNodes(view: ConsentView, role: Role, nameOf: Opened['nameOf']): Node[] {
  const { consent } = view;
  const answer = currentAnswer(consent);
  const withdrawn = currentWithdrawal(consent);
  const isClosed = role !== 'municipal' && role !== 'secretariat';
  return [
    text(scopeNames[consent.scope], 'strong'),
    facts(
      ['状態', standingText(view)],
      ['いつまで', untilText(consent)],
      ['依頼', shortMoment(new Date(currentAsking(consent).at))],
      ...(answer ? [['回答', `${shortMoment(new Date(answer.at))} ${answeredBy(answer, nameOf)}`] as const] : []),
      ...(answer?.condition && !isClosed ? [['条件・理由', answer.condition] as const] : []),
      ...(answer?.document ? [['決裁番号', answer.document] as const] : []),
      ...(withdrawn ? [['撤回', shortMoment(new Date(withdrawn.at))] as const] : []),
    ),
  ];
}

const answeredBy = (
  { by, post }: { readonly by: string; readonly post?: string | undefined },
  nameOf: Opened['nameOf'],
) => [post, nameOf(by)].filter(Boolean).join(' ');

function openedButtons(views: readonly ConsentView[], role: Role, isConsenter: boolean): Button[] {
  const [first] = views;
  if (!first) return [];
  const { municipality, material } = first.consent;
  const waits = views.find(({ standing, isNewest }) => standing === 'asked' && isNewest);
  const mayWithdraw =
    role === 'prefecture'
      ? views.some(({ approval }) => approval === 'approve')
      : views.some(({ standing }) => standing === 'approve' || (role === 'secretariat' && standing === 'asked'));
  const letter = views.find(({ standing, content }) => standing === 'approve' && content !== undefined);
  return [
    ...(role === 'municipal' && waits ? [{ label: '回答する', ask: ask('answer-consent', whichConsent(waits)) }] : []),
    ...(letter ? [{ label: '共有承諾書（Word）', ask: ask('consent-file', whichConsent(letter)) }] : []),
    ...(mayWithdraw && (role !== 'municipal' || isConsenter)
      ? [{ label: '撤回', ask: ask('withdraw-consent', { municipality, material }), look: 'danger' as const }]
      : []),
    ...(role === 'secretariat' ? [{ label: '承諾依頼', ask: ask('ask-consent', { municipality, material }) }] : []),
  ];
}
