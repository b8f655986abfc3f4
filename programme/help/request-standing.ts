import { addOpenDays, calendarOf } from '../calendar.ts';
import { type Day, dayOf, daysBetween } from '../day.ts';
import type { Provenance } from '../provenance.ts';
import type { HelpRequest, HelpStep } from './help-request.ts';

/** 状態 of a 相談, as the 課題管理表 has them. */
export const requestStateNames = {
  untouched: '未着手',
  working: '対応中',
  checking: '確認待ち',
  done: '完了',
  withdrawn: '取下げ',
} as const;
type RequestState = keyof typeof requestStateNames;

/** The first answer is promised for the end of this open day after it was asked, or was asked again. */
export const OPEN_DAYS_TO_ANSWER = 3;
/** まだ brings a 相談 that has ended back for so long. */
const DAYS_TO_REOPEN = 14;

/** What the standing of anything that was asked follows from. */
type Kept = Pick<HelpRequest, 'at' | 'due' | 'steps' | 'undone' | 'answered'>;

/** What follows from all that was done about a 相談, or about anything else that is asked and answered. */
export type RequestStanding = {
  readonly state: RequestState;
  /** 担当, by id: who took it, was given it, or answered. */
  readonly owner: string | undefined;
  /** 期限: the last promise. */
  readonly due: Day;
  /** Whether the secretariat still has to come back to it by then. */
  readonly owes: boolean;
  /** The last answer. */
  readonly answer: HelpStep | undefined;
  /** Who ended it, and when; of one that was taken back, who did. */
  readonly ended: Provenance | undefined;
};

/** @param moment as it stood then; what was taken back later than that counts as taken back all the same */
export function requestStanding(request: Kept, moment?: Date): RequestStanding {
  const start: RequestStanding = {
    state: 'untouched',
    owner: undefined,
    due: request.due ?? firstDue(request),
    owes: true,
    answer: undefined,
    ended: undefined,
  };
  const { undone } = request;
  const then = moment?.toISOString();
  const known = stepsOf(request).filter(({ at }) => then === undefined || at <= then);
  const standing = known.reduce(afterStep, start);
  return undone ? { ...standing, state: 'withdrawn', owes: false, ended: undone } : standing;
}

/** Everything that was done about it, oldest first. Of those from before there was a 経過, the end is all that is known. */
export function stepsOf({ steps = [], answered }: Kept): readonly HelpStep[] {
  return answered ? [{ ...answered, did: 'solved' }, ...steps] : steps;
}

const states = {
  taken: 'working',
  assigned: 'working',
  promised: 'working',
  answered: 'checking',
  waiting: 'checking',
  solved: 'done',
  reopened: 'working',
} as const satisfies Record<HelpStep['did'], RequestState>;

function afterStep(before: RequestStanding, step: HelpStep): RequestStanding {
  const { did, due } = step;
  const state = states[did];
  const isAnswer = did === 'answered';
  return {
    state,
    owner: ownerAfter(before, step),
    due: due ?? before.due,
    owes: owesAfter(before, step),
    answer: isAnswer ? step : before.answer,
    ended: state === 'done' ? step : undefined,
  };
}

/** Who answers or promises a day takes what nobody has; what a colleague has stays theirs until it is taken or given. */
function ownerAfter({ owner }: RequestStanding, { did, to, by }: HelpStep): string | undefined {
  if (did === 'taken') return to ?? by;
  return to ?? owner ?? (did === 'answered' || did === 'promised' ? by : undefined);
}

/** An answer pays the debt, unless it promises another; a promise is always one. */
function owesAfter({ owes }: RequestStanding, { did, due }: HelpStep): boolean {
  if (did === 'solved') return false;
  if (did === 'reopened' || due !== undefined) return true;
  return did === 'answered' ? false : owes;
}

/** Of those that were asked before a promise was kept with them. The office's own closures of then are not known any more. */
function firstDue({ at }: Kept): Day {
  const day = dayOf(new Date(at));
  const due = firstDues.get(day) ?? addOpenDays(day, OPEN_DAYS_TO_ANSWER, NATIONAL);
  firstDues.set(day, due);
  return due;
}
const NATIONAL = calendarOf([]);
/** By the day it was asked, which never changes. */
const firstDues = new Map<Day, Day>();

/** Whether nothing is left to do about it: it was solved or taken back. */
export const isEnded = ({ state }: RequestStanding): boolean => state === 'done' || state === 'withdrawn';

/** Whether it still goes on at a moment; what is asked later does not yet. */
export function isOpenRequest(request: Kept, moment: Date): boolean {
  const then = moment.toISOString();
  if (request.at > then || request.undone !== undefined) return false;
  // Nearly all of them have been over for long, or wait untouched: a digest looks at every one there ever was.
  if (request.steps === undefined) return !(request.answered && request.answered.at <= then);
  return stepsOf(request).findLast(({ at }) => at <= then)?.did !== 'solved';
}

/** Whether a promise of the secretariat's has passed. */
export const isOverdueRequest = ({ owes, due }: RequestStanding, today: Day): boolean => owes && due < today;

/** 滞留日数: how long ago it was asked. */
export const ageOf = ({ at }: Kept, today: Day): number => daysBetween(dayOf(new Date(at)), today);

/** Whether まだ may still bring it back. */
export function mayReopen({ state, ended }: RequestStanding, now: Date): boolean {
  if (state !== 'done' || !ended) return false;
  return daysBetween(dayOf(new Date(ended.at)), dayOf(now)) <= DAYS_TO_REOPEN;
}
