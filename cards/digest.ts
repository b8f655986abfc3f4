import { ask } from '../programme/asks.ts';
import { catalogue } from '../programme/catalogue.ts';
import { fullDate, shortDate, shortMoment } from '../programme/day.ts';
import type { Digest, MunicipalityRecords, MunicipalityWeek } from '../programme/digest.ts';
import { itemState } from '../programme/item-record.ts';
import { totalOf } from '../programme/kpi-total.ts';
import { readingText } from '../programme/kpi-value.ts';
import { type Meeting, meetingTime } from '../programme/meeting.ts';
import { type DataState, stateNames } from '../programme/provenance.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, notice, type Row, text } from './card.ts';

/** Municipalities on one page of a phone. */
const A_PAGE = 10;
/** How many moves of one municipality the overview names. */
const MOVES_NAMED = 3;
/** How many municipalities one line names: no card grows with the programme. */
const TOWNS_NAMED = 20;
/** From so many silent weeks on, a municipality is named as quiet. */
const QUIET_WEEKS = 2;

export type DigestView = {
  readonly records: readonly MunicipalityRecords[];
  /** The next ones, soonest first. */
  readonly meetings: readonly Meeting[];
  readonly page: number;
  /** Whether a municipality's own page may be opened in this room. */
  readonly mayDrillDown: boolean;
};

/** Facts first: who reported, who asked for help, who is quiet, what moved, what is due. No ranking. */
export function digestCard(digest: Digest, view: DigestView): Card {
  const { week, since, municipalities } = digest;
  const counts = countReports(municipalities);
  return card(
    'ダイジェスト',
    `${shortDate(week)}の週のダイジェスト: ${counts}`,
    text(`${fullDate(week)}の週`, 'strong'),
    text(`前回（${shortMoment(since)}）からの変化`, 'quiet'),
    view.page === 1 ? overview(digest, view, counts) : [],
    moved(digest, view),
    buttons(...pages(digest, view)),
  );
}

function countReports(all: readonly MunicipalityWeek[]): string {
  const count = (report: MunicipalityWeek['report']) => all.filter((each) => each.report === report).length;
  return `${all.length}団体のうち 報告 ${count('reported')}・変更なし ${count('unchanged')}・未報告 ${count('silent')}`;
}

function overview({ week, municipalities }: Digest, { records, meetings }: DigestView, counts: string): Node[] {
  const helps = municipalities.filter(({ helps: count }) => count > 0);
  const quiet = municipalities.filter(({ silentWeeks }) => silentWeeks >= QUIET_WEEKS);
  const achieved = municipalities.flatMap(({ municipality, achieved: steps }) =>
    steps.map((step) => `${municipality.name} ステップ${step}`),
  );
  return [
    notice('plain', counts),
    helps.length > 0
      ? notice(
          'attention',
          `相談あり: ${towns(helps.map(({ municipality, helps: count }) => `${municipality.name}${count > 1 ? `（${count}件）` : ''}`))}`,
        )
      : notice('quiet', '相談はありません。'),
    ...(achieved.length > 0 ? [notice('good', `達成: ${towns(achieved)}`)] : []),
    ...(quiet.length > 0
      ? [
          notice(
            'attention',
            `静かなところ: ${towns(quiet.map(({ municipality, silentWeeks }) => `${municipality.name}（${silentWeeks}週）`))}`,
          ),
        ]
      : []),
    ...dueSoon(municipalities),
    ...nextMeetings(meetings),
    text(itemStates(records), 'quiet'),
    ...totals(records, week),
  ];
}

function towns(names: readonly string[]): string {
  const more = names.length - TOWNS_NAMED;
  return names.slice(0, TOWNS_NAMED).join('、') + (more > 0 ? ` ほか${more}団体` : '');
}

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
        .map((day) => [shortDate(day), named(due.filter((one) => one.day === day).map(({ name }) => name))] as const),
    ),
  ];
}

function named(names: readonly string[]): string {
  return names.length > 4 ? `${names.slice(0, 4).join('、')} ほか${names.length - 4}件` : names.join('、');
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
  const states = records.flatMap((each) => catalogue.items.map(({ id }) => itemState(each.records.items.get(id))));
  const count = (state: DataState) => `${stateNames[state]} ${states.filter((each) => each === state).length}`;
  return `項目の状態: ${(Object.keys(stateNames) as DataState[]).map(count).join('・')}`;
}

/** Sums of the weekly KPIs over all municipalities: rates are summed and divided, never averaged. */
function totals(records: readonly MunicipalityRecords[], week: string): Node[] {
  const rows = catalogue.kpis.flatMap((kpi) => {
    const own = records.flatMap((each) => each.records.kpis.get(kpi.id) ?? []).filter((record) => record.weekly);
    const total = totalOf(kpi, own, week);
    if (own.length === 0 || total.value === undefined) return [];
    return [[kpi.name, inTwoLines(readingText(kpi, total)), String(total.notReported)]];
  });
  return rows.length === 0
    ? []
    : [text('KPIの合計', 'heading'), { kind: 'table', head: ['KPI', '合計', '値なしの団体'], rows: rows.slice(0, 8) }];
}

/** Where a narrow column breaks it, it breaks before the bracket. */
function inTwoLines(reading: string): string {
  return reading.replace('（', '\u200B（');
}

function moved({ municipalities, week }: Digest, { page, mayDrillDown }: DigestView): Node[] {
  const moving = municipalities.filter(({ moves }) => moves.length > 0);
  if (moving.length === 0)
    return [text('動いたこと', 'heading'), notice('quiet', '前回から動いた項目とKPIはありません。')];
  const shown = moving.slice((page - 1) * A_PAGE, page * A_PAGE);
  return [
    text(`動いたこと（${moving.length}団体）`, 'heading'),
    list(shown.map((each) => row(each, week, mayDrillDown))),
  ];
}

function row({ municipality, moves }: MunicipalityWeek, week: string, mayDrillDown: boolean): Row {
  const lines = moves.slice(0, MOVES_NAMED).map(({ what, from, to }) => `${what}: ${from} → ${to}`);
  if (moves.length > MOVES_NAMED) lines.push(`ほか${moves.length - MOVES_NAMED}件`);
  return {
    title: municipality.name,
    detail: lines.join('\n'),
    ask: mayDrillDown ? ask('show-digest', { week, municipality: municipality.code }) : undefined,
  };
}

function pages({ municipalities, week }: Digest, { page }: DigestView): Button[] {
  const last = Math.max(1, Math.ceil(municipalities.filter(({ moves }) => moves.length > 0).length / A_PAGE));
  const all: Button[] = [];
  if (page < last)
    all.push({
      label: `次へ（${page + 1}/${last}）`,
      ask: ask('show-digest', { week, page: page + 1 }),
      look: 'primary',
    });
  if (page > 1) all.push({ label: '前へ', ask: ask('show-digest', { week, page: page - 1 }) });
  return [...all, { label: '市町村を選んで見る', ask: ask('show-status') }];
}

/** One municipality's week in full. */
export function municipalityDigestCard(digest: Digest, each: MunicipalityWeek): Card {
  const { municipality, moves, due, overdue, signals, silentWeeks, helps } = each;
  const reports = {
    reported: '報告あり',
    unchanged: '変更なし',
    silent: `未報告（${silentWeeks}週）`,
    none: '週次のKPIなし',
  };
  return card(
    `${municipality.name}の1週間`,
    `${municipality.name} ${shortDate(digest.week)}の週: ${reports[each.report]}、動き ${moves.length}件`,
    facts(
      ['今週の報告', reports[each.report]],
      ['相談', helps > 0 ? `${helps}件（内容は事務局が確認します）` : 'なし'],
      ['期限切れ', overdue > 0 ? `${overdue}件` : 'なし'],
      [
        '14日以内の期限',
        due.length > 0 ? due.map(({ item, day }) => `${item.id} ${shortDate(day)}`).join('、') : 'なし',
      ],
      [
        'KPIの計画との差',
        `●\u00a0計画どおり ${signals.green}・▲\u00a0やや遅れ ${signals.yellow}・■\u00a0遅れ ${signals.red}`,
      ],
    ),
    text('動いたこと', 'heading'),
    moves.length === 0
      ? notice('quiet', '前回から動いた項目とKPIはありません。')
      : list(moves.slice(0, 20).map(({ what, from, to }) => ({ title: what, detail: `${from} → ${to}` }))),
    buttons(
      { label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }), look: 'primary' },
      { label: 'ダイジェストに戻る', ask: ask('show-digest', { week: digest.week }) },
    ),
  );
}
