import type { Paragraph, Table } from 'docx';
import { dayOf, fullDate, shortDate, shortMoment } from '../../programme/day.ts';
import { type DigestTotal, togetherText, totalText } from '../../programme/digest/digest-totals.ts';
import { type MeetingPaper, movedCounts } from '../../programme/meeting-papers/meeting-paper.ts';
import { heading, onTheRight, pageDocx, pageHeading, paragraphs, subheading } from '../docx/page.ts';
import { fieldTable, listTable, NONE } from '../docx/table.ts';
import { actionTable } from './action-table.ts';
import { townPage } from './town-page.ts';

type Part = Paragraph | Table;

/** 会議資料 as a Word file: what is gone through first, a page for each municipality, then what is of the whole. */
export async function meetingPaperDocx(paper: MeetingPaper): Promise<Uint8Array> {
  const { meeting, number, programme, madeAt, until, towns } = paper;
  const title = `${number === undefined ? '' : `第${number}回　`}進捗状況確認会議　資料`;
  const today = dayOf(until);
  return pageDocx(
    title,
    [
      onTheRight(`${fullDate(dayOf(madeAt))}作成`),
      heading(title),
      fieldTable([
        ['会議', meeting.title],
        ['日時', `${fullDate(meeting.day)}　${meeting.start}–${meeting.end}`],
        ['場所', meeting.place || '未定'],
        ['事業', programme.name],
        ['記録の時点', `${fullDate(today)}（${shortMoment(until)}）。「前回から」は${fullDate(paper.since)}から`],
      ]),
      ...agendaParts(paper),
      ...lastParts(paper),
      ...movedParts(paper),
      ...towns.flatMap((town) => townPage(town, { today, start: programme.start })),
      ...wholeParts(paper),
    ],
    `会議資料　作成 ${shortMoment(madeAt)}　記録の時点 ${shortMoment(until)}`,
  );
}

function agendaParts({ agenda }: MeetingPaper): readonly Part[] {
  const lines = agenda.flatMap(({ title, lines: own, count }, at) => [
    `${at + 1}　${title}${count > 0 ? `（${count}件）` : ''}`,
    ...(title === '持ち寄りの議題' ? own.map((line) => `　　・${line}`) : []),
  ]);
  return [subheading('次第'), ...lines.flatMap((line) => paragraphs(line))];
}

function lastParts({ last, until }: MeetingPaper): readonly Part[] {
  if (!last) return [subheading('前回の決定事項と宿題'), ...paragraphs('この会議が最初です。')];
  const { meeting, isMinuted, decisions, actions } = last;
  const decided =
    decisions.length > 0 ? decisions.map((line) => `・${line}`) : [isMinuted ? NONE : '議事録がまだありません。'];
  return [
    subheading(`前回の決定事項（${meeting.title}　${shortDate(meeting.day)}）`),
    ...decided.flatMap((line) => paragraphs(line)),
    subheading('宿題の状態'),
    ...actionTable(actions, dayOf(until)),
  ];
}

function movedParts({ digest, totals, since }: MeetingPaper): readonly Part[] {
  const { towns, of, moves, achieved, overdue, late } = movedCounts(digest);
  return [
    pageHeading('前回からの動き'),
    fieldTable([
      ['期間', `${fullDate(since)}から`],
      ['動いた項目・KPI', `${moves}件（${towns}/${of}団体）`],
      ['達成したステップ', `${achieved}件`],
      ['期限を過ぎた項目', `${overdue}件（${late}/${of}団体）`],
    ]),
    subheading('KPIの合計（分子・分母を足してから割ったもの。値のない団体は数えていません）'),
    ...(totals.length === 0
      ? paragraphs(NONE)
      : [
          listTable(
            ['KPI', '今回', '前回', '計画線', '目標', '値あり', '値なし'],
            totals.map(totalRow),
            [9, 7, 4, 4, 4, 3, 3],
            'small',
          ),
        ]),
  ];
}

const totalRow = ({ kpi, total, before, target, planned }: DigestTotal): readonly string[] => [
  `${kpi.id} ${kpi.name}`,
  totalText(kpi, total),
  togetherText(kpi, before),
  togetherText(kpi, planned),
  togetherText(kpi, target),
  `${total.reported}団体`,
  `${total.notReported}団体`,
];

function wholeParts({ support, requests, milestones, waiting, until }: MeetingPaper): readonly Part[] {
  const { open, states, categories, asked, solved } = requests;
  const said = (counts: typeof states) => counts.map(([label, count]) => `${label} ${count}件`).join('・') || NONE;
  return [
    pageHeading('派遣の状況'),
    fieldTable(support.facts),
    ...(support.rows.length === 0
      ? []
      : [
          ...paragraphs(''),
          listTable(
            ['市町村', '回数・日数・時間・対面', '計画'],
            support.rows.map(({ name, text, plan }) => [name, text, plan || '―']),
            [3, 9, 3],
            'small',
          ),
        ]),
    ...(support.without.length > 0 ? paragraphs(`対象外（派遣なし）: ${support.without.join('、')}`) : []),
    pageHeading('相談の状況'),
    ...paragraphs('件数だけを載せています。内容は載せていません。'),
    fieldTable([
      ['続いている相談', `${open.count}件（うち期限を過ぎたもの ${open.overdue}件）`],
      ['状態', said(states)],
      ['区分', said(categories)],
      ['前回から', `新しい相談 ${asked}件・解決 ${solved}件`],
    ]),
    subheading('全体計画で期限を過ぎたもの'),
    ...(milestones.length === 0
      ? paragraphs(NONE)
      : [
          listTable(
            ['マイルストーン', '期限'],
            milestones.map(({ what, by }) => [what, fullDate(by)]),
            [5, 2],
          ),
        ]),
    subheading(`県の決定・回答を待っているもの（${shortMoment(until)}）`),
    ...(waiting.length === 0
      ? paragraphs(NONE)
      : [
          listTable(
            ['内容', '提出日'],
            waiting.map(({ what, since }) => [what, fullDate(since)]),
            [5, 2],
          ),
        ]),
  ];
}
