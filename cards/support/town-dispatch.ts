import { ask } from '../../programme/asks.ts';
import { findItem } from '../../programme/catalogue.ts';
import { shortDate } from '../../programme/day.ts';
import type { Assignment } from '../../programme/support/assignment.ts';
import { currentAssignment } from '../../programme/support/assignment.ts';
import type { Candidate } from '../../programme/support/candidate.ts';
import type { Coverage, Serving } from '../../programme/support/coverage.ts';
import type { NeedsVersion } from '../../programme/support/support-needs.ts';
import { buttons, type Card, card, facts, list, type Node, notice, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { openName, servingName, servingTerm } from './dispatch.ts';

export type TownDispatch = {
  readonly coverage: Coverage;
  readonly today: string;
  readonly needs: NeedsVersion | undefined;
  /** Open items of the year. */
  readonly open: readonly string[];
  /** What candidates are held against, and where it comes from. */
  readonly needed: { readonly items: readonly string[]; readonly from: 'themes' | 'open' };
  readonly assignments: readonly Assignment[];
  readonly candidates: readonly Candidate[];
  readonly page: number;
  readonly pages: number;
};

/** Of one municipality, for the secretariat: who serves it, what it needs, and who could, with facts alone. */
export function townDispatchCard(view: TownDispatch): Card {
  const { coverage, today, candidates, page, pages } = view;
  const { municipality } = coverage;
  const { code, name } = municipality;
  const open = openName(coverage, today);
  return card(
    `派遣 ${name}`,
    `派遣 ${name}: ${servedText(coverage, today)}`,
    open ? notice('attention', `${open}。`) : [],
    text('担当', 'heading'),
    servedNodes(view),
    page === 1 ? needsNodes(view) : [],
    text('候補', 'heading'),
    text('氏名の順です。点数や優劣は付けていません。押すと、派遣を決められます。', 'quiet'),
    candidates.length > 0 ? list(candidates.map((each) => candidateRow(each, view))) : text('ほかに候補はいません。'),
    buttons(
      ...pageButtons(page, pages, (to) => ask('show-dispatch', { municipality: code, page: to })),
      { label: '派遣の希望', ask: ask('set-needs', { municipality: code }) },
      { label: '派遣の一覧', ask: ask('show-dispatch') },
    ),
  );
}

const servedText = ({ now, next }: Coverage, today: string): string =>
  [...now, ...next].map((serving) => servingName(serving, today)).join('、') || '担当がいません';

function servedNodes({ coverage, assignments, today }: TownDispatch): readonly Node[] {
  const all = [...coverage.now, ...coverage.next];
  if (all.length === 0) return [text('だれも担当していません。')];
  const rows = all.map((serving): Row => {
    const own = assignments.find((each) => isOf(each, serving));
    const given = { municipality: coverage.municipality.code, expert: serving.expert.id };
    return {
      title: `${serving.expert.name}さん`,
      detail: [servingTerm(serving, today), ...(own ? assignmentFacts(own) : [])].join('・'),
      ask: ask('assign', { ...given, ...(own ? { assignment: own.id } : {}) }),
      does: '期間を変える',
    };
  });
  return [list(rows), text('押すと、期間を変えられます。', 'quiet')];
}

const isOf = (assignment: Assignment, { expert, term }: Serving): boolean =>
  assignment.expert === expert.id && assignment.active !== false && currentAssignment(assignment).from === term?.from;

function assignmentFacts(assignment: Assignment): readonly string[] {
  const { planned, themes, agreed } = currentAssignment(assignment);
  return [
    ...(planned === undefined ? [] : [`計画 ${planned}日`]),
    ...(themes ? [themes.join('、')] : []),
    ...(agreed ? [`${shortDate(agreed)}に県と協議`] : []),
    ...(assignment.after && !assignment.takenOver ? ['引き継ぎ待ち'] : []),
  ];
}

const itemsText = (items: readonly string[]): string =>
  items.map((id) => `${id} ${findItem(id)?.short ?? ''}`.trim()).join('、');

function needsNodes({ needs, open }: TownDispatch): readonly Node[] {
  const said: readonly (readonly [string, string | undefined])[] = [
    ['支援希望テーマ', needs && itemsText(needs.themes)],
    ['現状・課題', needs?.problems],
    ['達成したいこと', needs?.goal],
    ['希望形態', needs?.mode],
    ['求めるスキル・経験', needs?.skills],
    ['制約', needs?.limits],
    ['今年度の未完了の項目', open.length > 0 ? open.join('、') : undefined],
  ];
  const known = said.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
  return [
    text('希望', 'heading'),
    ...(needs ? [] : [text('派遣の希望は、まだ届いていません。', 'quiet')]),
    ...(known.length > 0 ? [facts(...known)] : []),
  ];
}

function candidateRow(candidate: Candidate, { coverage, needed }: TownDispatch): Row {
  const { expert } = candidate;
  return {
    title: expert.name,
    detail: candidateFacts(candidate, needed, coverage.municipality.area).join('・'),
    ask: ask('assign', { municipality: coverage.municipality.code, expert: expert.id }),
    does: '派遣決定',
  };
}

function candidateFacts(
  { expert, covered, sameArea, daysPlanned, visitsHere, towns }: Candidate,
  { items, from }: TownDispatch['needed'],
  area: string,
): readonly string[] {
  const what = from === 'themes' ? '希望テーマ' : '未完了の項目';
  const which = covered.length > 0 ? `（${covered.join('、')}）` : '';
  return [
    expert.expertise === undefined ? '専門は未登録' : `${what} ${covered.length}/${items.length}${which}`,
    sameArea ? `同じ圏域（${area}）` : `圏域 ${expert.area ?? '未登録'}`,
    `今月の訪問予定 ${daysPlanned}日`,
    `ここへの訪問 ${visitsHere}回`,
    `自治体実務経験 ${expert.experienced ? 'あり' : '未登録'}`,
    towns === 0 ? '担当なし' : `今の担当 ${towns}団体`,
  ];
}
