import type { Item } from '../../programme/catalogue.ts';
import type { Digest, MunicipalityWeek } from '../../programme/digest/digest.ts';
import { DAYS_OF_MANY, MANY_TOWNS, type OpenRequests, sumOfOpen } from '../../programme/help/request-sums.ts';
import { type Node, notice } from '../card.ts';
import { fewNamed, townsNamed } from './named.ts';

/** What the secretariat has seen to is still said to have been asked, and no longer to be waiting. */
export function settledText(count: number, settled: number): string {
  if (settled === 0) return '';
  return settled === count ? '対応済み' : `うち${settled}件は対応済み`;
}

function bracketed(...parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? '' : `（${said.join('・')}）`;
}

/** 相談 stay until somebody has seen to them. */
export function helpNotices({ municipalities: all, askedByMany }: Digest): Node[] {
  const asking = (count: (each: MunicipalityWeek) => number, settled: (each: MunicipalityWeek) => number) =>
    all
      .filter((each) => count(each) > 0)
      .map(
        (each) =>
          `${each.municipality.name}${bracketed(count(each) > 1 ? `${count(each)}件` : '', settledText(count(each), settled(each)))}`,
      );
  const fresh = asking(
    ({ helps }) => helps,
    ({ settled }) => settled,
  );
  const waiting = asking(
    (each) => each.waiting,
    () => 0,
  );
  if (fresh.length + waiting.length === 0) return [notice('quiet', '相談はありません。'), ...manyNodes(askedByMany)];
  return [
    ...(fresh.length > 0 ? [notice('attention', `相談あり: ${townsNamed(fresh)}`)] : []),
    ...(waiting.length > 0 ? [notice('attention', `前回までの相談で対応待ち: ${townsNamed(waiting)}`)] : []),
    ...openNodes(sumOfOpen(all.map(({ open }) => open))),
    ...manyNodes(askedByMany),
  ];
}

function openNodes(open: OpenRequests): Node[] {
  return open.count === 0
    ? []
    : [notice(open.overdue > 0 ? 'attention' : 'plain', `終わっていない相談: ${openText(open)}`)];
}

/** 5件（期限を過ぎたもの 2件・最も古いもの 12日前）. */
export function openText({ count, overdue: late, oldest }: OpenRequests): string {
  return `${count}件${bracketed(late > 0 ? `期限を過ぎたもの ${late}件` : '', oldest > 0 ? `最も古いもの ${oldest}日前` : '')}`;
}

/** By whom they were asked about is not said. */
function manyNodes(items: readonly Item[]): Node[] {
  if (items.length === 0) return [];
  const names = items.map(({ id, short }) => `${id} ${short}`);
  return [notice('plain', `${MANY_TOWNS}団体以上から相談のあった項目（${DAYS_OF_MANY}日以内）: ${fewNamed(names)}`)];
}
