import { ask } from '../../programme/asks.ts';
import type { MeetingTotal } from '../../programme/consent/meeting-totals.ts';
import { dayOf, fullDate, shortDate } from '../../programme/day.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { readingText } from '../../programme/progress/kpi-value.ts';
import { buttons, type Card, card, list, notice, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import type { SharedView } from './shared.ts';

export type SharedMeetingPage = {
  readonly meeting: Pick<Meeting, 'id' | 'title' | 'day'>;
  readonly views: readonly SharedView[];
  readonly all: number;
  /** How many municipalities are left out because nothing of them may be shown. */
  readonly without: number;
  readonly totals: readonly MeetingTotal[];
  readonly madeAt: string;
  readonly page: number;
  readonly pages: number;
};

/** What the municipalities that consented share of a meeting; in the order of their codes, which is none of merit. */
export function sharedMeetingCard(shown: SharedMeetingPage): Card {
  const { meeting, views, all, without, totals, madeAt, page, pages } = shown;
  const left = without > 0 ? `承諾のない${without}団体を除く` : '';
  const sentence = all === 0 ? '今、ご覧いただける団体はありません。' : `${all}団体分です${left && `（${left}）`}。`;
  return card(
    `${meeting.title} 共有版`,
    `${meeting.title} 共有版: ${sentence}`,
    text(`${fullDate(meeting.day)}の会議`, 'quiet'),
    all === 0 ? notice('quiet', sentence) : text(sentence, 'strong'),
    text(`${shortDate(dayOf(new Date(madeAt)))}にまとめたものです。並びは団体コードの順です。`, 'quiet'),
    page === 1 && totals.length > 0
      ? [text('合計', 'heading'), ...totals.map((total) => text(`・${meetingTotalText(total)}`))]
      : [],
    views.length > 0 ? list(views.map(partRow)) : [],
    buttons(...pageButtons(page, pages, (to) => ask('show-shared', { meeting: meeting.id, page: to })), {
      label: '共有資料の一覧',
      ask: ask('show-shared'),
    }),
  );
}

const partRow = ({ material, town }: SharedView): Row => ({
  title: town.name,
  detail: 'ステップ・動いた項目・KPI',
  ask: ask('show-shared', { material: material.id }),
});

/** 動いた項目 31件（25団体） */
export function meetingTotalText(sum: MeetingTotal): string {
  const over = `（${sum.of.length}団体）`;
  if (!sum.kpi) return `動いた項目 ${sum.moved}件${over}`;
  const { kpi, total } = sum;
  const value = kpi.type === 'boolean' ? `有 ${total.value ?? 0}団体` : readingText(kpi, total);
  return `${kpi.id} ${kpi.name} ${value}${over}`;
}
