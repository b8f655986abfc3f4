import { ask } from '../../programme/asks.ts';
import { type Day, fullDate, shortDate } from '../../programme/day.ts';
import { mismatchPartyNames } from '../../programme/support/mismatch.ts';
import type { MismatchCase, MismatchDue } from '../../programme/support/mismatch-case.ts';
import { type Button, buttons, type Card, card, list, notice, type Row, type Tone, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

/** A case with what people call it by, and what is due in it. */
export type MismatchLine = {
  readonly one: MismatchCase;
  readonly town: string;
  readonly expert: string;
  readonly due: MismatchDue;
  /** The last day for 聞き取り. */
  readonly hearingBy: Day;
  readonly resolvedOn?: Day | undefined;
  readonly followUpOn?: Day | undefined;
};

export type MismatchList = {
  readonly lines: readonly MismatchLine[];
  /** Not resolved; and resolved, with the day of the follow-up still ahead. */
  readonly open: number;
  readonly toFollow: number;
  readonly page: number;
  readonly pages: number;
  readonly withResolved: boolean;
  /** The municipality that was named, with the experts somebody may have a complaint about. */
  readonly town?: { readonly code: string; readonly name: string } | undefined;
  readonly experts: readonly { readonly id: string; readonly name: string }[];
};

/** Cases of the secretariat's, what is due first. For 1:1 chats with the secretariat only. */
export function mismatchListCard(view: MismatchList): Card {
  const { lines, open, toFollow, page, pages, withResolved, town, experts } = view;
  const of = { ...(town ? { municipality: town.code } : {}), ...(withResolved ? { all: 'yes' as const } : {}) };
  const whose = town ? `${town.name}の` : '';
  const unresolved = `${whose}解決していないミスマッチ${open === 0 ? 'はありません。' : `が${open}件あります。`}`;
  const said = toFollow === 0 ? unresolved : `${unresolved}フォロー日を待つものが${toFollow}件あります。`;
  const byHand = experts.map(
    ({ id, name }): Button => ({
      label: `${name}さんへの申出を書く`,
      ask: ask('record-mismatch', { municipality: town?.code, expert: id }),
    }),
  );
  return card(
    'ミスマッチ',
    said,
    text(said, 'strong'),
    list(lines.map(rowOf)),
    text('事務局だけに見えます。あることも、ほかの方には伝わりません。', 'quiet'),
    town && experts.length === 0 ? text(`${town.name}を担当する派遣人材はいません。`, 'quiet') : [],
    town ? [] : text('申出を書くときは「ミスマッチ 市町村名」と送ってください。', 'quiet'),
    buttons(
      ...pageButtons(page, pages, (target) => ask('show-mismatch', { ...of, page: target })),
      ...byHand,
      ...(withResolved ? [] : [{ label: '解決済みも見る', ask: ask('show-mismatch', { ...of, all: 'yes' }) }]),
    ),
  );
}

function rowOf(line: MismatchLine): Row {
  const { one, town, expert } = line;
  const { said, tone } = dueSaid(line);
  const reported = `申出日 ${shortDate(one.reportedOn)}（${mismatchPartyNames[one.reportedBy]}）`;
  return {
    title: `${town}　${expert}さん`,
    detail: [reported, ...said].join('・'),
    tone,
    ask: ask('show-mismatch', { mismatch: one.id }),
  };
}

/** What is due in a case, in words, and how urgent that is. */
function dueSaid({ due, hearingBy, resolvedOn, followUpOn }: MismatchLine): { said: readonly string[]; tone: Tone } {
  const follow = followUpOn ? [`フォロー日 ${shortDate(followUpOn)}`] : [];
  if (resolvedOn) return { said: [`解決 ${shortDate(resolvedOn)}`, ...follow], tone: 'good' };
  const old = due.isOld ? ['申出から20開庁日を過ぎています'] : [];
  const hearing = {
    none: ['聞き取り済み'],
    open: [`聞き取りは${shortDate(hearingBy)}まで`],
    today: ['聞き取りは今日まで'],
    overdue: [`聞き取りの期限（${shortDate(hearingBy)}）を過ぎています`],
  }[due.hearing];
  const tone = due.hearing === 'overdue' || due.isOld ? 'bad' : due.hearing === 'none' ? 'plain' : 'attention';
  return { said: [...old, ...hearing, ...follow], tone };
}

/** The same above a case. */
export function dueNotice(line: MismatchLine) {
  const { said, tone } = dueSaid(line);
  return notice(tone === 'plain' ? 'quiet' : tone, said.join('。'));
}

/** 令和8年11月17日（火）・市町村 */
export const reportedSaid = ({ reportedOn, reportedBy }: MismatchCase): string =>
  `${fullDate(reportedOn)}・${mismatchPartyNames[reportedBy]}`;
