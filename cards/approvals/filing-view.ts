import { ask } from '../../programme/asks.ts';
import { dayOf, shortDate, shortMoment } from '../../programme/day.ts';
import {
  actOf,
  currentFiling,
  decisionOf,
  editionHandedIn,
  type Filing,
  type FilingDecision,
  filingState,
  type Ruling,
} from '../../programme/filing.ts';
import { filingStateCalled, verdictName, type YesWord } from '../../programme/verdict-words.ts';
import type { Ask, Row } from '../card.ts';

/** A filing as somebody who decides about it, or who waits for that, sees it. */
export type FilingView = {
  readonly filing: Filing;
  /** 体制変更届 */
  readonly called: string;
  readonly yes: YesWord;
  readonly hasAct: boolean;
  readonly title: string;
  readonly notes: readonly string[];
  /** When the version that waits was handed in. */
  readonly since: string | undefined;
  /** Shows it whole. */
  readonly open: Ask;
  /** How a yes is taken back, where the kind has a command of its own for that. */
  readonly takeBack?: Ask | undefined;
  /** Whether this person's answer is the prefecture's. */
  readonly mayDecide: boolean;
  /** Whether they are of the prefecture, and may leave a remark. */
  readonly mayRemark: boolean;
  /** What was decided takes effect, or has done so: it stays. */
  readonly isInForce: boolean;
  /** Whose answer counts. */
  readonly deciders: readonly string[];
  nameOf(member: string): string;
};

/** The version a verdict is about: the last one, which waits or was decided. */
export const versionSeen = ({ filing }: Pick<FilingView, 'filing'>): number => currentFiling(filing).number;

/** 第2版 of what those who decide have been handed. */
export const editionText = ({ filing }: Pick<FilingView, 'filing'>, version: number): string =>
  `第${editionHandedIn(filing, version)}版`;

export const whichFiling = ({ filing }: Pick<FilingView, 'filing'>) => ({ filing: filing.id });
export const whichVersion = (view: Pick<FilingView, 'filing'>) => ({
  filing: view.filing.id,
  version: versionSeen(view),
});

/** 承認（11/24(火) 10:00・県野 太郎さん）: how the last version stands, in one line. */
export function filingStanding(view: FilingView): string {
  const { filing, yes, since } = view;
  const decision = decisionOf(filing, versionSeen(view));
  if (decision && !filing.withdrawn) return `${verdictName(yes, decision.verdict)}（${decidedBy(decision, view)}）`;
  const state = filingStateCalled(filingState(filing), yes);
  return since === undefined ? state : `${state}（${shortDate(dayOf(new Date(since)))}から）`;
}

/** What the words beside a verdict are. */
export const conditionLabels: Readonly<Record<Ruling, string>> = {
  approve: '条件',
  conditional: '直すこと',
  refuse: '理由',
};

export const decidedBy = ({ at, by }: FilingDecision, { nameOf }: Pick<FilingView, 'nameOf'>): string =>
  `${shortMoment(new Date(at))}・${nameOf(by)}`;

/** 文書番号 of what holds, or that there is none yet. */
export function actText({ filing, hasAct }: FilingView, version: number): string | undefined {
  if (!hasAct) return undefined;
  const act = actOf(filing, version);
  if (!act) return '文書未受領';
  return act.day ? `${act.document}（${shortDate(act.day)}）` : act.document;
}

export function filingRow(view: FilingView, asked: Ask = ask('show-waiting', whichFiling(view))): Row {
  const { called, title, notes } = view;
  return {
    title: `${called}　${title}`,
    detail: [filingStanding(view), ...notes].join('・'),
    ...(notes.length > 0 ? { tone: 'attention' as const } : {}),
    ask: asked,
  };
}
