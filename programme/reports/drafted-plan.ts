import { editionName, editionOf } from '../catalogue.ts';
import { fullDate, shortDate, weekdayCalled } from '../day.ts';
import { isCancelled, type Meeting, type MeetingKind, meetingKindNames } from '../meetings/meeting.ts';
import type { Municipality } from '../municipality.ts';
import type { Programme } from '../programme.ts';
import { type PlanContent, PlanText, withMilestone } from './whole-plan.ts';

type Facts = {
  readonly programme: Programme;
  /** Those that are supported. */
  readonly towns: readonly Municipality[];
  readonly meetings: readonly Meeting[];
};

/** 全体計画 as far as the workbook knows it; what it says nothing of stays to be written. */
export function draftedPlan({ programme, towns, meetings }: Facts): PlanContent {
  const blank = Object.fromEntries(PlanText.options.map((name) => [name, ''])) as Record<PlanText, string>;
  const empty: PlanContent = { ...blank, milestones: [] };
  return {
    ...withMilestone(empty, { id: 'm1', what: '事業終了', by: programme.end }),
    scope: scopeOf(programme, towns),
    organization: '体制表（様式 FM-02）のとおり。',
    meetings: meetingsOf(programme, meetings),
    kpiFramework: kpisOf(programme),
  };
}

function scopeOf({ name, start, end }: Programme, towns: readonly Municipality[]): string {
  return [
    `業務名: ${name}`,
    `期間: ${fullDate(start)}から${fullDate(end)}まで`,
    `対象市町村（${towns.length}団体）: ${towns.map((town) => town.name).join('、')}`,
  ].join('\n');
}

/** More days of one kind of meeting are only counted. */
const DAYS_NAMED = 12;

function meetingsOf({ start, end }: Programme, all: readonly Meeting[]): string {
  const planned = all.filter((meeting) => !isCancelled(meeting) && meeting.day >= start && meeting.day <= end);
  return (Object.keys(meetingKindNames) as MeetingKind[])
    .filter((kind) => kind !== 'visit')
    .flatMap((kind) => {
      const days = planned
        .filter((meeting) => meeting.kind === kind)
        .map(({ day }) => day)
        .toSorted();
      if (days.length === 0) return [];
      const more = days.length > DAYS_NAMED ? 'ほか' : '';
      const named = days.slice(0, DAYS_NAMED).map((day) => shortDate(day));
      return [`${meetingKindNames[kind]}: ${days.length}回（${named.join('、')}${more}）`];
    })
    .join('\n');
}

function kpisOf(programme: Programme): string {
  const { weekday, time } = programme.checkIn;
  const edition = editionOf(programme);
  return [
    `${editionName(edition)}のKPI（${edition.kpis.length}項目）から選び、市町村ごとに基準値・目標値・期限を定める。`,
    `実績は、毎週${weekdayCalled(weekday)}曜日 ${time}に市町村へ確かめる。`,
  ].join('\n');
}
