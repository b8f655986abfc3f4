import { ask } from '../../programme/asks.ts';
import { shortMoment } from '../../programme/day.ts';
import { actOf, approvedVersion, decisionOf, filingState, type Ruling } from '../../programme/filing.ts';
import { verdictName, verdictsFor } from '../../programme/verdict-words.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, notice, text } from '../card.ts';
import {
  actText,
  conditionLabels,
  decidedBy,
  editionText,
  type FilingView,
  filingStanding,
  versionSeen,
  whichFiling,
  whichVersion,
} from './filing-view.ts';

/** How much of what became of it is shown; all of it is in the export. */
const SHOWN = 6;

/** One filing with what speaks for a look, what was decided, and the buttons of whoever looks. */
export function filingCard(view: FilingView, said: readonly Node[] = []): Card {
  const { called, title, notes, filing } = view;
  const version = versionSeen(view);
  const approved = approvedVersion(filing);
  const act = approved && actText(view, approved.number);
  return card(
    called,
    `${called}「${title}」: ${filingStanding(view)}`,
    said,
    text(title, 'strong'),
    notes.map((note) => notice('attention', note)),
    facts(
      ['状態', filingStanding(view)],
      ['版', editionText(view, version)],
      ...(act === undefined ? [] : [['文書番号', act] as const]),
    ),
    conditionPart(view),
    remarksPart(view),
    historyPart(view),
    view.mayRemark && !view.mayDecide ? text(whoDecides(view), 'quiet') : [],
    buttons(...decisionButtons(view), ...documentButtons(view), { label: '内容を見る', ask: view.open }, otherFilings),
  );
}

const otherFilings: Button = { label: '承認待ち', ask: ask('show-waiting') };

/** Whose answer counts, for those of the prefecture whose does not. */
const whoDecides = ({ deciders }: FilingView): string =>
  `決めるのは、県の主担当（${deciders.join('、')}）です。ご意見があれば「意見を残す」から伝えられます。`;

function conditionPart(view: FilingView): Node[] {
  const decision = decisionOf(view.filing, versionSeen(view));
  if (!decision?.condition) return [];
  return [text(conditionLabels[decision.verdict], 'heading'), text(decision.condition)];
}

function remarksPart({ filing, nameOf }: FilingView): Node[] {
  const { remarks = [] } = filing;
  if (remarks.length === 0) return [];
  const rows = remarks.slice(-SHOWN).map(({ at, by, text: said, version }) => ({
    title: `${shortMoment(new Date(at))}　${nameOf(by)}（${editionText({ filing }, version)}）`,
    detail: said,
  }));
  return [text('県の方の意見', 'heading'), list(rows)];
}

function historyPart(view: FilingView): Node[] {
  const { filing, yes, nameOf } = view;
  const { submissions = [], decisions = [] } = filing;
  if (submissions.length + decisions.length < 2) return [];
  const did = [
    ...submissions.map(({ at, by, version }) => ({ at, by, what: `${editionText(view, version)}を提出` })),
    ...decisions.map(({ at, by, version, verdict, reason }) => ({
      ...{ at, by },
      what: `${editionText(view, version)}は${verdictName(yes, verdict)}${reason ? `（改めた理由: ${reason}）` : ''}`,
    })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  const rows = did.slice(-SHOWN).map(({ at, by, what }) => ({
    title: `${shortMoment(new Date(at))}　${nameOf(by)}`,
    detail: what,
  }));
  return [text('経過', 'heading'), list(rows)];
}

/** What can be decided just now: of what waits each verdict, of what was decided another one. */
export function decisionButtons(view: FilingView): Button[] {
  const { mayDecide, mayRemark, yes, filing } = view;
  if (!mayRemark || filing.withdrawn) return [];
  if (!mayDecide)
    return filingState(filing) === 'submitted'
      ? [{ label: '意見を残す', ask: ask('remark-filing', whichVersion(view)) }]
      : [];
  if (filingState(filing) === 'submitted')
    return verdictsFor(yes).map((verdict) => ({
      label: verdictName(yes, verdict),
      ask: ask('decide-filing', { ...whichVersion(view), verdict }),
      ...(verdict === 'approve' ? { look: 'primary' as const } : {}),
    }));
  return anewButtons(view);
}

/** A changed mind, until what was decided takes effect. */
function anewButtons(view: FilingView): Button[] {
  const { yes, filing, isInForce } = view;
  const version = versionSeen(view);
  const decision = decisionOf(filing, version);
  if (!decision || (isInForce && decision.verdict === 'approve')) return [];
  if (view.takeBack && decision.verdict === 'approve')
    return [{ label: `${yes}を取り消す`, ask: view.takeBack, look: 'danger' }];
  const anew = filing.decisions?.length;
  return verdictsFor(yes)
    .filter((verdict) => verdict !== decision.verdict)
    .map((verdict) => ({
      label: anewLabel(view, verdict),
      ask: ask('decide-filing', { ...whichVersion(view), verdict, anew }),
      ...(verdict === 'approve' ? {} : { look: 'danger' as const }),
    }));
}

function anewLabel({ yes, filing }: FilingView, verdict: Ruling): string {
  if (verdict === 'refuse' && approvedVersion(filing)) return `${yes}を取り消す`;
  return `${verdictName(yes, verdict)}に改める`;
}

/** 文書番号 of a yes that has none, or of one that has, to be put right. */
function documentButtons(view: FilingView): Button[] {
  const approved = approvedVersion(view.filing);
  if (!view.hasAct || !approved) return [];
  const which = { ...whichFiling(view), version: approved.number };
  const label = actOf(view.filing, approved.number) ? '文書番号を直す' : '文書番号を入力する';
  return [{ label, ask: ask('record-document', which) }];
}

/** What stands, where a verdict cannot be taken: nothing was written. */
export function standsCard(view: FilingView, why: string): Card {
  return filingCard(view, [notice('attention', `${why}あなたの決定は記録していません。今の状態は次のとおりです。`)]);
}

/** A verdict was taken; where there is a formal act its number is asked for. */
export function decidedCard(view: FilingView, isNew: boolean): Card {
  const { filing, yes, called, title, hasAct } = view;
  const version = versionSeen(view);
  const decision = decisionOf(filing, version);
  const what = decision ? verdictName(yes, decision.verdict) : '';
  const asksAct = hasAct && decision?.verdict === 'approve' && !actOf(filing, version);
  const which = { ...whichFiling(view), version };
  const done = isNew
    ? `「${what}」を記録しました。事務局へ知らせます。`
    : `すでに「${what}」と記録しています${decision ? `（${decidedBy(decision, view)}）` : ''}。`;
  return card(
    `${called}の決定`,
    `${called}「${title}」: ${done}`,
    notice('good', done),
    facts(['件名', title], ['決定', what]),
    conditionPart(view),
    asksAct
      ? text('文書番号を教えてください。まだなら「文書未受領」を押してください。届くまで事務局へ確かめます。')
      : [],
    buttons(
      ...(asksAct
        ? [
            { label: '文書番号を入力する', ask: ask('record-document', which), look: 'primary' as const },
            { label: '文書未受領', ask: ask('record-document', { ...which, lacking: 'yes' }) },
          ]
        : []),
      ...(view.mayDecide ? anewButtons(view) : []),
      { label: 'この決定を見る', ask: ask('show-waiting', whichFiling(view)) },
      otherFilings,
    ),
  );
}
