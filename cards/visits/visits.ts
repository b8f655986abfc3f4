import { ask } from '../../programme/asks.ts';
import { type Meeting, meetingTime } from '../../programme/meetings/meeting.ts';
import { visitModeNames } from '../../programme/meetings/visit-mode.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { currentVisit, type VisitRecord, type VisitStanding } from '../../programme/visits/visit-record.ts';
import { buttons, type Card, card, list, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { visitState } from './visit.ts';

type VisitLine = {
  readonly meeting: Meeting;
  readonly record: VisitRecord | undefined;
  readonly standing: VisitStanding | undefined;
  readonly isAhead: boolean;
  /** The expert's name, where people may be named. */
  readonly expert: string | undefined;
};

export type VisitsShown = {
  readonly municipality: Municipality;
  readonly visits: readonly VisitLine[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  /** Whether the reader visits this municipality. */
  readonly mayVisit: boolean;
};

/** The visits to a municipality with their state, the latest first. */
export function visitsCard({ municipality, visits, all, page, pages, mayVisit }: VisitsShown): Card {
  const { name, code } = municipality;
  const sentence = all === 0 ? '訪問はまだありません。' : `訪問 ${all}件（新しい順）`;
  return card(
    '訪問一覧',
    `${name} ${sentence}`,
    text(name, 'strong'),
    text(sentence, 'quiet'),
    visits.length > 0 ? list(visits.map((line) => rowOf(line, code))) : [],
    buttons(
      ...pageButtons(page, pages, (to) => ask('show-visits', { municipality: code, page: to })),
      ...(mayVisit
        ? [
            { label: '訪問予定', ask: ask('plan-visit', { municipality: code }) },
            { label: '訪問記録', ask: ask('record-visit') },
            { label: '自分の満足度', ask: ask('show-own-rating') },
          ]
        : []),
      { label: '状況を見る', ask: ask('show-status', { municipality: code }) },
    ),
  );
}

function rowOf({ meeting, record, standing, isAhead, expert }: VisitLine, municipality: string): Row {
  const current = record && currentVisit(record);
  const mode = current?.content.mode ?? meeting.visit?.mode;
  const state = visitState({ standing, meeting, isAhead });
  const isMissing = state === '記録なし' || standing === 'returned';
  return {
    // A button of a phone holds the day and the hours, and no more.
    title: meetingTime(current?.content ?? meeting),
    detail: [state, mode && visitModeNames[mode], expert].filter(Boolean).join('・'),
    tone: isMissing ? 'attention' : standing === 'confirmed' ? 'good' : 'plain',
    ask: ask('show-visit', { municipality, visit: `visit-${meeting.id}` }),
  };
}
