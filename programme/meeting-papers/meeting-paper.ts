import type { Kpi } from '../catalogue.ts';
import type { Day } from '../day.ts';
import type { Digest, MunicipalityWeek } from '../digest/digest.ts';
import type { DigestTotal } from '../digest/digest-totals.ts';
import type { OpenRequests } from '../help/request-sums.ts';
import type { ActionItem } from '../meetings/action-item.ts';
import type { AgendaEntry } from '../meetings/agenda.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Municipality } from '../municipality.ts';
import type { KpiRecord } from '../progress/kpi-record.ts';
import type { StepStanding } from '../progress/step-standing.ts';
import type { Milestone } from '../reports/whole-plan.ts';
import type { CountedRequests } from './counted-requests.ts';

/** A 宿題 with the office that has it; nobody is named in what is laid on a table. */
export type PaperAction = Pick<ActionItem, 'what' | 'due' | 'done'> & { readonly office: string };

/** What was left from the 進捗状況確認会議 before. */
export type LastMeeting = {
  readonly meeting: Meeting;
  readonly isMinuted: boolean;
  readonly decisions: readonly string[];
  /** Its own ones whatever became of them, and those from before it that are still open. */
  readonly actions: readonly PaperAction[];
};

/** The page of a municipality. */
export type PaperTown = {
  readonly municipality: Municipality;
  readonly steps: readonly StepStanding[];
  readonly kpis: readonly (readonly [Kpi, KpiRecord])[];
  /** What moved, what is late and which 相談 go on, as the digest has them. */
  readonly week: MunicipalityWeek;
  readonly visit: Meeting | undefined;
  readonly actions: readonly PaperAction[];
};

/** A fact of a card, as the card says it. */
type PaperFact = readonly [label: string, text: string];

/** 派遣, as 派遣状況 shows it. */
export type PaperSupport = {
  readonly facts: readonly PaperFact[];
  readonly rows: readonly { readonly name: string; readonly text: string; readonly plan: string }[];
  readonly without: readonly string[];
};

/** 会議資料 of a 進捗状況確認会議: what its records say at one moment. */
export type MeetingPaper = {
  readonly meeting: Meeting;
  /** 回次. */
  readonly number: number | undefined;
  readonly programme: { readonly name: string; readonly start: Day; readonly fiscalYear: number };
  /** What moved is counted from the beginning of this day. */
  readonly since: Day;
  /** 記録の時点: the meeting's beginning, or now while it lies ahead. */
  readonly until: Date;
  /** 作成日時. */
  readonly madeAt: Date;
  readonly agenda: readonly AgendaEntry[];
  readonly last: LastMeeting | undefined;
  readonly digest: Digest;
  readonly totals: readonly DigestTotal[];
  /** In 団体コード order, which is none of merit. */
  readonly towns: readonly PaperTown[];
  readonly support: PaperSupport;
  readonly requests: CountedRequests & { readonly open: OpenRequests };
  readonly milestones: readonly Milestone[];
  /** What waits for the prefecture, oldest first. */
  readonly waiting: readonly { readonly what: string; readonly since: Day }[];
};

/** 市町村 with anything that moved, the moved things of all, and the steps that were achieved. */
export function movedCounts({ municipalities }: Pick<Digest, 'municipalities'>) {
  return {
    towns: municipalities.filter(({ moves }) => moves.length > 0).length,
    of: municipalities.length,
    moves: municipalities.reduce((sum, { moves }) => sum + moves.length, 0),
    achieved: municipalities.reduce((sum, { achieved }) => sum + achieved.length, 0),
    overdue: municipalities.reduce((sum, { overdue }) => sum + overdue.length, 0),
    late: municipalities.filter(({ overdue }) => overdue.length > 0).length,
  };
}
