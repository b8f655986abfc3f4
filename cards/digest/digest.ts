import { ask } from '../../programme/asks.ts';
import { dayOf, fullDate, shortDate, shortMoment } from '../../programme/day.ts';
import type { Digest, MunicipalityRecords, MunicipalityWeek } from '../../programme/digest/digest.ts';
import { itemsWaiting } from '../../programme/digest/prefecture-waiting.ts';
import type { ReportKind } from '../../programme/digest/week-facts.ts';
import { type Meeting, meetingTime } from '../../programme/meetings/meeting.ts';
import { itemState } from '../../programme/progress/item-record.ts';
import { type DataState, stateNames } from '../../programme/provenance.ts';
import { addWeeks, weekName } from '../../programme/week.ts';
import { buttons, type Card, card, facts, list, type Node, notice, text } from '../card.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from '../progress/closed-year.ts';
import { totalNodes } from './digest-totals.ts';
import { helpNotices, openText, settledText } from './help-notices.ts';
import { movedInShort, movedNodes, movedPages } from './moved.ts';
import { fewNamed, townsNamed } from './named.ts';
import { type WaitingShown, waitingNodes } from './prefecture-waiting.ts';

/** From so many silent weeks on, a municipality is named as quiet. */
const QUIET_WEEKS = 2;
/** Municipalities whose late items are named. */
const LATE_NAMED = 12;

export type DigestView = OfClosedYear & {
  readonly records: readonly MunicipalityRecords[];
  /** The next ones, soonest first. */
  readonly meetings: readonly Meeting[];
  /** What waits for the prefecture, beside the items that are late. */
  readonly waiting?: readonly WaitingShown[];
  /** What is late beside the items. */
  readonly lines?: readonly string[];
  readonly page: number;
  /** All municipalities in one picture; absent where it could not be drawn. */
  readonly picture?: Node | undefined;
  /** Whether a municipality's own page may be opened in this room. */
  readonly mayDrillDown: boolean;
  /** Of the municipalities that the reader serves: no sums of them are made, and nothing of others is in it. */
  readonly ofOwn?: boolean;
};

/** What the prefecture has to see to, what moved, then who reported, asked for help, is quiet, and what is due. No ranking. */
export function digestCard(digest: Digest, view: DigestView): Card {
  const { week, until, municipalities } = digest;
  const counts = countReports(municipalities.map(({ report }) => report));
  return card(
    'ダイジェスト',
    `${shortDate(week)}の週のダイジェスト: ${counts}`,
    closedYearLine(view),
    text(`${fullDate(week)}の週`, 'strong'),
    text(`${shortMoment(until)} 現在`, 'quiet'),
    view.page === 1
      ? [...opening(digest, view), ...(view.picture ? [view.picture] : []), ...movedInShort(digest, view)]
      : movedNodes(digest, view),
    view.page === 1 ? overview(digest, view, counts) : [],
    buttons(...movedPages(digest, view), {
      label: '市町村を選んで見る',
      ask: ask('show-status', ofClosedYear(view.closed)),
    }),
  );
}

/** What is to be done comes first: by the prefecture, or by whoever serves these municipalities. */
function opening({ municipalities }: Digest, { waiting = [], closed, ofOwn }: DigestView): Node[] {
  if (ofOwn) return overdue(municipalities);
  const items = itemsWaiting(municipalities);
  const open = ask('show-overview', ofClosedYear(closed));
  return waitingNodes(items ? [...waiting, { ...items, open }] : waiting);
}

/** Each kind by itself; what is rare is named only where there is some. */
function countReports(reports: readonly (ReportKind | undefined)[]): string {
  const count = (kind: ReportKind) => reports.filter((each) => each === kind).length;
  const rare = (kind: ReportKind, name: string) => (count(kind) > 0 ? [`${name} ${count(kind)}`] : []);
  const counts = [
    `報告 ${count('reported')}`,
    `変更なし ${count('unchanged')}`,
    ...rare('partly', '一部'),
    `未報告 ${count('silent')}`,
    ...rare('none', '対象なし'),
  ];
  return `${reports.length}団体のうち ${counts.join('・')}`;
}

function overview(digest: Digest, { records, meetings, lines = [], ofOwn }: DigestView, counts: string): Node[] {
  const { week, municipalities, totals } = digest;
  const quiet = municipalities.filter(({ silentWeeks }) => silentWeeks >= QUIET_WEEKS);
  const last = municipalities.map(({ lastReport }) => lastReport);
  return [
    ...lines.map((line) => notice('attention', line)),
    text('報告', 'heading'),
    notice('plain', `${weekName(week)}の報告: ${counts}`),
    // This week is still open: the one before says more.
    ...(last.some((kind) => kind !== undefined)
      ? [notice('plain', `${weekName(addWeeks(week, -1))}の報告: ${countReports(last)}`)]
      : []),
    ...helpNotices(ofOwn ? { ...digest, askedByMany: [] } : digest),
    ...(quiet.length > 0
      ? [
          notice(
            'attention',
            `静かなところ: ${townsNamed(quiet.map(({ municipality, silentWeeks }) => `${municipality.name}\u00a0${silentWeeks}週`))}（前の週まで続けて報告なし）`,
          ),
        ]
      : []),
    ...dueSoon(municipalities),
    ...nextMeetings(meetings),
    text(itemStates(records), 'quiet'),
    ...(ofOwn ? [] : totalNodes(totals)),
  ];
}

/** By municipality, in the order of the codes. */
function overdue(all: readonly MunicipalityWeek[]): Node[] {
  const late = all
    .filter((each) => each.overdue.length > 0)
    .toSorted((a, b) => a.municipality.code.localeCompare(b.municipality.code));
  if (late.length === 0) return [text('期限を過ぎた項目はありません。', 'quiet')];
  const items = late.reduce((sum, each) => sum + each.overdue.length, 0);
  const more = late.length - LATE_NAMED;
  return [
    text(`期限を過ぎた項目（${items}件）`, 'heading'),
    facts(...late.slice(0, LATE_NAMED).map((each) => [each.municipality.name, lateItems(each)] as const)),
    ...(more > 0 ? [text(`ほか${more}団体。「市町村を選んで見る」で確かめられます。`, 'quiet')] : []),
  ];
}

const lateItems = ({ overdue: late }: MunicipalityWeek): string =>
  fewNamed(late.map(({ item, day }) => `${item.id} ${shortDate(day)}`));

function dueSoon(all: readonly MunicipalityWeek[]): Node[] {
  const due = all.flatMap(({ municipality, due: items }) =>
    items.map(({ item, day }) => ({ day, name: `${municipality.name} ${item.id}` })),
  );
  if (due.length === 0) return [text('14日以内の期限はありません。', 'quiet')];
  const days = [...new Set(due.map(({ day }) => day))].toSorted();
  return [
    text('14日以内の期限', 'heading'),
    facts(
      ...days
        .slice(0, 5)
        .map(
          (day) => [shortDate(day), fewNamed(due.filter((one) => one.day === day).map(({ name }) => name))] as const,
        ),
    ),
  ];
}

function nextMeetings(meetings: readonly Meeting[]): Node[] {
  if (meetings.length === 0) return [text('14日以内の会議はありません。', 'quiet')];
  return [
    text('これからの会議', 'heading'),
    facts(...meetings.slice(0, 3).map((meeting) => [meetingTime(meeting), meeting.title] as const)),
  ];
}

/** The five states of the items, each counted by itself: nothing is not zero. */
function itemStates(records: readonly MunicipalityRecords[]): string {
  const states = records.flatMap(({ records: own }) =>
    own.catalogue.items.map(({ id }) => itemState(own.items.get(id))),
  );
  const count = (state: DataState) => `${stateNames[state]} ${states.filter((each) => each === state).length}`;
  return `項目の状態: ${(Object.keys(stateNames) as DataState[]).map(count).join('・')}`;
}

/** One municipality's week in full. */
export function municipalityDigestCard(digest: Digest, each: MunicipalityWeek, closed?: number): Card {
  const of = ofClosedYear(closed);
  const { municipality, moves, due, signals, helps, settled, waiting, open } = each;
  const { week, since } = digest;
  const report = reportName(each.report, each.silentWeeks);
  return card(
    `${municipality.name}の1週間`,
    `${municipality.name} ${weekName(week)}: ${report}、動き ${moves.length}件`,
    closedYearLine({ closed }),
    facts(
      [`${weekName(week)}の報告`, report],
      ...(each.lastReport === undefined
        ? []
        : [[`${weekName(addWeeks(week, -1))}の報告`, reportName(each.lastReport, 0)] as const]),
      ['相談', helps > 0 ? `${helps}件（${settledText(helps, settled) || '内容は事務局が確認します'}）` : 'なし'],
      ...(waiting > 0 ? [['前回までの相談', `対応待ち ${waiting}件`] as const] : []),
      ...(open.count > 0 ? [['終わっていない相談', openText(open)] as const] : []),
      ['期限を過ぎた項目', each.overdue.length > 0 ? lateItems(each) : 'なし'],
      [
        '14日以内の期限',
        due.length > 0 ? due.map(({ item, day }) => `${item.id} ${shortDate(day)}`).join('、') : 'なし',
      ],
      [
        'KPIの計画との差',
        `●\u00a0計画どおり ${signals.green}・▲\u00a0やや遅れ ${signals.yellow}・■\u00a0遅れ ${signals.red}`,
      ],
    ),
    text(`前回 ${shortDate(dayOf(since))} からの動き`, 'heading'),
    moves.length === 0
      ? notice('quiet', '動いた項目とKPIはありません。')
      : list(moves.slice(0, 20).map(({ what, from, to }) => ({ title: what, detail: `${from} → ${to}` }))),
    buttons(
      { label: '状況を見る', ask: ask('show-status', { municipality: municipality.code, ...of }), look: 'primary' },
      { label: 'ダイジェストに戻る', ask: ask('show-digest', { week: digest.week, ...of }) },
    ),
  );
}

function reportName(report: ReportKind, silentWeeks: number): string {
  const before = silentWeeks > 0 ? `（前の週まで${silentWeeks}週続けて報告なし）` : '';
  return {
    reported: '報告あり',
    unchanged: '変更なし',
    partly: '一部の報告',
    silent: `未報告${before}`,
    none: '対象なし（週次のKPIがありません）',
  }[report];
}
