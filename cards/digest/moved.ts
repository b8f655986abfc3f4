import { ask, type Given } from '../../programme/asks.ts';
import { dayOf, shortDate } from '../../programme/day.ts';
import type { Digest, MunicipalityWeek } from '../../programme/digest/digest.ts';
import { type Button, list, type Node, notice, type Row, text } from '../card.ts';
import { type OfClosedYear, ofClosedYear } from '../progress/closed-year.ts';
import { fewNamed, TOWNS_NAMED, townsNamed } from './named.ts';

/** Municipalities on one page of a phone. */
const A_PAGE = 10;
/** How many moves of one municipality are named. */
const MOVES_NAMED = 3;
/** Up to so many municipalities that moved are shown at once; of more it is said which, and a button opens them. */
const AT_ONCE = 3;

type MovedView = OfClosedYear & {
  readonly page: number;
  /** Whether a municipality's own page may be opened in this room. */
  readonly mayDrillDown: boolean;
};

const movingIn = ({ municipalities }: Digest) => municipalities.filter(({ moves }) => moves.length > 0);
const headingOf = ({ since }: Digest): string => `前回 ${shortDate(dayOf(since))} からの動き`;

/** What moved, in a sentence or two. */
export function movedInShort(digest: Digest, view: MovedView): Node[] {
  const moving = movingIn(digest);
  const achieved = inCodeOrder(digest.municipalities).flatMap(({ municipality, achieved: steps }) =>
    steps.map((step) => `${municipality.name} ステップ${step}`),
  );
  return [
    text(headingOf(digest), 'heading'),
    ...(moving.length === 0 ? [notice('quiet', '動いた項目とKPIはありません。')] : shortly(digest, moving, view)),
    ...(achieved.length > 0 ? [notice('good', `達成: ${fewNamed(achieved, TOWNS_NAMED)}`)] : []),
  ];
}

function shortly({ week }: Digest, moving: readonly MunicipalityWeek[], view: MovedView): Node[] {
  if (moving.length <= AT_ONCE) return [list(moving.map((each) => row(each, whenOf(week, view))))];
  const moves = moving.reduce((sum, each) => sum + each.moves.length, 0);
  const names = townsNamed(inCodeOrder(moving).map(({ municipality }) => municipality.name));
  return [text(`${moving.length}団体で、項目とKPIが${moves}件動きました。`), text(names, 'quiet')];
}

const inCodeOrder = (all: readonly MunicipalityWeek[]) =>
  all.toSorted((a, b) => a.municipality.code.localeCompare(b.municipality.code));

/** What moved in each municipality, a page of them; the first page is the digest itself. */
export function movedNodes(digest: Digest, view: MovedView): Node[] {
  const moving = movingIn(digest);
  const shown = moving.slice((view.page - 2) * A_PAGE, (view.page - 1) * A_PAGE);
  return [
    text(`${headingOf(digest)}（${moving.length}団体）`, 'heading'),
    shown.length === 0
      ? notice('quiet', 'このページに、動いた団体はありません。')
      : list(shown.map((each) => row(each, whenOf(digest.week, view)))),
  ];
}

/** When a municipality's own page is of, where that may be opened. */
const whenOf = (week: string, { closed, mayDrillDown }: MovedView): Given<'show-digest'> | undefined =>
  mayDrillDown ? { week, ...ofClosedYear(closed) } : undefined;

function row({ municipality, moves }: MunicipalityWeek, when: Given<'show-digest'> | undefined): Row {
  const lines = moves.slice(0, MOVES_NAMED).map(({ what, from, to }) => `${what}: ${from} → ${to}`);
  if (moves.length > MOVES_NAMED) lines.push(`ほか${moves.length - MOVES_NAMED}件`);
  return {
    title: municipality.name,
    detail: lines.join('\n'),
    ask: when && ask('show-digest', { ...when, municipality: municipality.code }),
  };
}

/** To what moved, and through its pages. */
export function movedPages(digest: Digest, { closed, page }: MovedView): Button[] {
  const moving = movingIn(digest).length;
  if (moving <= AT_ONCE) return [];
  const last = 1 + Math.ceil(moving / A_PAGE);
  const to = (label: string, target: number): Button => ({
    label,
    ask: ask('show-digest', { week: digest.week, ...ofClosedYear(closed), page: target }),
  });
  // What waits for the prefecture stands first, and what opens it before this.
  if (page === 1) return [to('動きを見る', 2)];
  return [
    ...(page < last ? [{ ...to(`次へ（${page}/${last - 1}）`, page + 1), look: 'primary' as const }] : []),
    to(page === 2 ? 'ダイジェストに戻る' : '前へ', page - 1),
  ];
}
