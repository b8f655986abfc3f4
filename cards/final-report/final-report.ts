import { ask } from '../../programme/asks.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import { type FinalStage, finalStages } from '../../programme/final-report/final-days.ts';
import {
  type FinalSection,
  finalSectionNames,
  isOfTown,
  sectionTitle,
  textKey,
  townSections,
  wholeSections,
} from '../../programme/final-report/final-section.ts';
import { type FinalGap, gapsBySayer } from '../../programme/final-report/gap.ts';
import { sayerNames } from '../../programme/final-report/sayer.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { pageOf } from '../../programme/page.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, notice, type Row, text } from '../card.ts';
import { excerpt } from '../excerpt.ts';
import { pageButtons } from '../page-buttons.ts';

/** 業務報告書, as one person sees it. */
export type FinalView = {
  readonly year: number;
  /** 令和6年度 業務報告書 */
  readonly title: string;
  /** 下書き, 第2版・承認 …; undefined where nothing was handed in that this person may see. */
  readonly standing: string | undefined;
  /** Of which version it is; undefined before anybody wrote. */
  readonly version: number | undefined;
  /** 納品前, 検査待ち（3/24(月)まで） … */
  readonly delivery: string;
  /** What the last 検査 wants corrected. */
  readonly toCorrect: string | undefined;
  readonly end: Day;
  readonly stages: readonly { readonly stage: FinalStage; readonly day: Day; readonly isDone: boolean }[];
  readonly texts: Readonly<Record<string, string>>;
  readonly gaps: readonly FinalGap[];
  readonly towns: readonly Municipality[];
  /** What the records say for a section, as long as nobody has written it. */
  drafted(key: string): string;
  readonly mayWrite: boolean;
  /** Whether there is still something to be written for: after 合格 there is not. */
  readonly mayEdit: boolean;
  readonly maySubmit: boolean;
  readonly mayWithdraw: boolean;
  readonly mayDeliver: boolean;
  readonly mayInspect: boolean;
};

const A_PAGE = 8;
const FIRST_WORDS = 60;

/** The whole at a glance: how it stands, by when what is to be done, and what is missing. */
export function finalReportCard(view: FinalView, said: readonly Node[] = []): Card {
  const { title, year, gaps } = view;
  return card(
    '業務報告書',
    `${title}: ${finalStandingText(view)}・${view.delivery}`,
    said,
    text(title, 'strong'),
    text(finalStandingText(view), 'quiet'),
    deliveryNodes(view),
    facts(...view.stages.map(stageFact), ['事業の終了日', shortDate(view.end)]),
    gaps.length === 0
      ? notice('good', '足りないものはありません。')
      : [notice('attention', `足りないもの ${gaps.length}件`), list(gapRows(view))],
    view.mayWrite ? [text(writtenText(view), 'quiet')] : [],
    buttons(...workButtons(view), { label: '章を見る', ask: ask('final-report', { year, section: 'overview' }) }),
  );
}

const finalStandingText = ({ standing }: FinalView): string => standing ?? 'まだ提出されていません';

const stageFact = ({ stage, day, isDone }: FinalView['stages'][number]): readonly [string, string] => [
  finalStages[stage].called,
  `${shortDate(day)}${isDone ? '・済' : ''}`,
];

function deliveryNodes({ delivery, toCorrect }: FinalView): Node[] {
  const law = '検査は、完了の届け出から10日以内です（閉庁日も数えます。支払遅延防止法5条・14条）。';
  return [
    text(delivery),
    ...(toCorrect ? [notice('attention', `修正するところ: ${toCorrect}`)] : []),
    ...(delivery.includes('検査待ち') ? [text(law, 'quiet')] : []),
  ];
}

const gapRows = ({ gaps, year }: Pick<FinalView, 'gaps' | 'year'>): Row[] =>
  gapsBySayer(gaps).map(([sayer, own]) => ({
    title: `${sayerNames[sayer]}が分かるもの ${own.length}件`,
    detail: excerpt(own[0]?.what ?? '', FIRST_WORDS),
    ask: ask('final-report-gaps', { year, sayer }),
  }));

function writtenText({ texts, towns }: FinalView): string {
  const whole = wholeSections.filter((section) => texts[section] !== undefined).length;
  const of = towns.flatMap(({ code }) => townSections.filter((section) => texts[textKey(section, code)] !== undefined));
  return `書いた章 ${whole}/${wholeSections.length}・市町村の本文 ${of.length}/${towns.length * townSections.length}`;
}

function workButtons(view: FinalView): Button[] {
  const { year, gaps, mayEdit, maySubmit, mayDeliver, mayInspect, mayWithdraw, standing } = view;
  return [
    ...(mayInspect
      ? [{ label: '検査を記録する', ask: ask('inspect-final-report', { year }), look: 'primary' as const }]
      : []),
    ...(mayDeliver
      ? [{ label: '納品を記録する', ask: ask('deliver-final-report', { year }), look: 'primary' as const }]
      : []),
    ...(mayEdit ? [{ label: '本文を書く', ask: ask('edit-final-report', { year }) }] : []),
    ...(gaps.length > 0 ? [{ label: '不足を見る', ask: ask('final-report-gaps', { year }) }] : []),
    ...(maySubmit ? [{ label: '提出する', ask: ask('submit-final-report', { year }) }] : []),
    ...(mayEdit && !maySubmit && view.version !== undefined
      ? [{ label: '作り直す', ask: ask('redraft-final-report', { year }) }]
      : []),
    ...(mayWithdraw ? [{ label: '納品を取り消す', ask: ask('withdraw-delivery', { year }) }] : []),
    ...(standing === undefined ? [] : [{ label: 'ファイルで受け取る', ask: ask('final-report-file', { year }) }]),
  ];
}

/** One section: what people wrote, or what the records say as long as nobody has. Of each municipality by itself. */
export function finalSectionCard(
  view: FinalView,
  section: FinalSection,
  {
    town,
    page = 1,
    said = [],
  }: { readonly town?: Municipality | undefined; readonly page?: number; readonly said?: readonly Node[] },
): Card {
  const { year, title, mayWrite } = view;
  const isList = isOfTown(section) && town === undefined;
  const called = sectionTitle(section, town?.name);
  const { shown, at, pages } = pageOf(view.towns, page, A_PAGE);
  const write: Button[] =
    mayWrite && !isList
      ? [
          {
            label: '書き直す',
            ask: ask('edit-final-report', { year, section, ...(town ? { municipality: town.code } : {}) }),
          },
        ]
      : [];
  return card(
    '業務報告書',
    `${title} ${called}`,
    said,
    text(`${title}　${called}`, 'strong'),
    isList ? list(shown.map((each) => townRow(view, section, each))) : sectionNodes(view, textKey(section, town?.code)),
    isList ? [] : list(otherRows(view, section)),
    buttons(
      ...(isList ? pageButtons(at, pages, (target) => ask('final-report', { year, section, page: target })) : []),
      ...write,
      { label: '全体に戻る', ask: ask('final-report', { year }) },
    ),
  );
}

function sectionNodes({ texts, drafted, mayWrite }: FinalView, key: string): Node[] {
  const written = texts[key];
  const lines = (written ?? drafted(key)).split(/\r?\n/).filter((line) => line.trim() !== '');
  if (written !== undefined) return lines.map((line) => text(line));
  if (lines.length === 0) return [text(mayWrite ? 'まだ書いていません。' : '記載はありません。', 'quiet')];
  return [text('記録から作った下書きです。', 'quiet'), ...lines.map((line) => text(line))];
}

const townRow = ({ texts, drafted, year }: FinalView, section: FinalSection, { code, name }: Municipality): Row => {
  const key = textKey(section, code);
  return {
    title: name,
    detail: excerpt(texts[key] ?? (drafted(key) ? `（下書き）${drafted(key)}` : 'まだ書いていません'), FIRST_WORDS),
    ask: ask('final-report', { year, section, municipality: code }),
  };
};

const otherRows = ({ year, texts }: FinalView, section: FinalSection): Row[] =>
  (Object.keys(finalSectionNames) as FinalSection[])
    .filter((other) => other !== section)
    .map((other) => ({
      title: finalSectionNames[other],
      detail: isOfTown(other)
        ? '市町村ごと'
        : texts[other] === undefined
          ? 'まだ書いていません'
          : excerpt(texts[other], FIRST_WORDS),
      ask: ask('final-report', { year, section: other }),
    }));
