import { ask } from '../../programme/asks.ts';
import { type Material, type MaterialVersion, materialSortNames } from '../../programme/consent/material.ts';
import { type SharingScope, scopeNames } from '../../programme/consent/scope.ts';
import { dayOf, shortDate } from '../../programme/day.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, card, facts, list, notice, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { seenPage } from './seen-page.ts';

/** A material as its readers see it. */
export type SharedView = {
  readonly material: Material;
  readonly version: MaterialVersion;
  readonly town: Municipality;
  /** How far it is shown; for those who steer. */
  readonly upTo: SharingScope | undefined;
};

/** What was shared of a meeting: of how many municipalities. */
type SharedMeetingRow = { readonly meeting: Pick<Meeting, 'id' | 'title' | 'day'>; readonly count: number };

export type SharedPage = {
  readonly meetings: readonly SharedMeetingRow[];
  readonly views: readonly SharedView[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
};

/** Everything that was cleared for the readers. */
export function sharedCard({ meetings, views, all, page, pages }: SharedPage): Card {
  const sentence =
    all === 0
      ? '今、ご覧いただける共有資料はありません。承諾がそろうと、ここに並びます。'
      : `承諾がそろっている資料です（${all}件、新しい順）。`;
  return card(
    '共有資料',
    sentence,
    all === 0 ? notice('quiet', sentence) : text(sentence, 'quiet'),
    all === 0 ? [] : list([...meetings.map(meetingRow), ...views.map(sharedRow)]),
    buttons(
      ...pageButtons(page, pages, (to) => ask('show-shared', { page: to })),
      ...[{ label: 'できることを見る', ask: ask('help') }],
    ),
  );
}

const meetingRow = ({ meeting, count }: SharedMeetingRow): Row => ({
  title: `${meeting.title} 共有版`,
  detail: `${shortDate(meeting.day)}・${count}団体`,
  ask: ask('show-shared', { meeting: meeting.id }),
});

function sharedRow({ material, version, town, upTo }: SharedView): Row {
  const when = shortDate(dayOf(new Date(version.at)));
  return {
    title: `${town.name} ${version.content.title}`,
    detail: [materialSortNames[material.sort], when, upTo && `${scopeNames[upTo]}まで`].filter(Boolean).join('・'),
    ask: ask('show-shared', { material: material.id }),
  };
}

/** One of them, whole. */
export function sharedPieceCard({ version: { content }, town, upTo, material }: SharedView): Card {
  return card(
    '共有資料',
    `${town.name} ${content.title}`,
    ...seenPage({ town: town.name, content }),
    upTo ? facts(['見える範囲', `${scopeNames[upTo]}まで`]) : [],
    buttons(
      ...(material.sort === 'part'
        ? [{ label: 'この会議の共有版', ask: ask('show-shared', { meeting: material.of }) }]
        : []),
      ...(material.sort === 'case'
        ? [{ label: '事務局に聞く', ask: ask('ask-about-case', { case: material.of }) }]
        : []),
      { label: '共有資料の一覧', ask: ask('show-shared') },
    ),
  );
}
