import { z } from 'zod';
import { addOpenDays, type Calendar, previousOpenDay } from '../calendar.ts';
import { type Day, dayOf } from '../day.ts';
import { AnyRequest, HelpStep } from '../help/help-request.ts';
import { isEnded, OPEN_DAYS_TO_ANSWER, type RequestStanding, requestStanding } from '../help/request-standing.ts';
import { stepText } from '../help/step-text.ts';
import type { Permission } from '../may.ts';
import type { Role } from '../member.ts';

type DirectionOf = {
  /** What it is called. */
  readonly called: string;
  /** Who asks, and whose answer is waited for. */
  readonly from: Role;
  readonly to: Role;
  /** What asking it, and what answering it needs. */
  readonly asks: Permission;
  readonly answers: Permission;
};

/** In which directions something is asked besides 相談, which goes from the municipalities to the secretariat. */
export const directions = {
  special: { called: '臨時報告', from: 'prefecture', to: 'secretariat', asks: 'instruct', answers: 'apply' },
  consultation: { called: '協議', from: 'secretariat', to: 'prefecture', asks: 'apply', answers: 'approve' },
} as const satisfies Readonly<Record<string, DirectionOf>>;
export type Direction = keyof typeof directions;
export const Direction = z.enum(Object.keys(directions) as [Direction, ...Direction[]]);

/** One entry of what was done; an answer of the prefecture's may be a letter with a number of its own. */
const InquiryStep = HelpStep.extend({ document: z.string().optional() });
export type InquiryStep = z.infer<typeof InquiryStep>;

/**
 * 臨時報告 or 協議: the prefecture asks the secretariat, or the secretariat the prefecture. It is asked, answered and
 * ended as a 相談 is. What it says is read in 1:1 chats and in the rooms of the two, and nowhere else.
 */
export const Inquiry = AnyRequest.extend({
  direction: Direction,
  /** 団体コード of the one it is about. */
  municipality: z.string().optional(),
  steps: z.array(InquiryStep).optional(),
});
export type Inquiry = z.infer<typeof Inquiry>;

/** For `Collection.list`: all of them. */
export const INQUIRIES = { from: 'inquiry-', below: 'inquiry.' } as const;

export const inquiryId = (ask: string): string => `inquiry-${ask}`;

/** How each state is called; before anything was done it is called after what is waited for. */
const stateNames = { working: '受領済み・回答待ち', checking: '回答あり・確認待ち', done: '完了', withdrawn: '取下げ' };
const untouchedNames: Readonly<Record<Direction, string>> = { special: '受領待ち', consultation: '回答待ち' };

export function inquiryStateName({ direction }: Inquiry, standing: RequestStanding): string {
  const { state, owes, answer } = standing;
  if (isWithdrawnInquiry(standing)) return stateNames.withdrawn;
  if (state === 'untouched') return untouchedNames[direction];
  if (state === 'working' && (direction === 'consultation' || answer)) return 'もう一度回答待ち';
  return state === 'checking' && owes ? '回答待ち' : stateNames[state];
}

/** Ended before anybody answered: taken off the table, and not done. */
export const isWithdrawnInquiry = ({ state, answer }: RequestStanding): boolean =>
  state === 'withdrawn' || (state === 'done' && !answer);

/** What each entry of 経過 is called. */
const inquiryStepNames = {
  taken: '受領',
  assigned: '割り当て',
  promised: '期限',
  answered: '回答',
  waiting: '確認待ち',
  solved: '完了',
  reopened: 'まだ（継続）',
} as const satisfies Record<HelpStep['did'], string>;

/** One entry of 経過, without who did it and when; what ends it before any answer takes it off the table. */
export function inquiryStepText(
  { steps = [] }: Inquiry,
  step: InquiryStep,
  nameOf: (member: string) => string,
): string {
  const isAnswered = steps.slice(0, steps.indexOf(step)).some(({ did }) => did === 'answered');
  const solved = isAnswered ? inquiryStepNames.solved : stateNames.withdrawn;
  return stepText(step, nameOf, { ...inquiryStepNames, solved });
}

/** By when an answer is due where no day was said, and again when it is asked on. */
export const dueOfInquiry = (today: Day, calendar: Calendar): Day => addOpenDays(today, OPEN_DAYS_TO_ANSWER, calendar);

/** The last open day on which what is wanted by a day can be handed in: that day, or the open day before it. */
export const wantedBy = (by: Day, calendar: Calendar): Day => previousOpenDay(by, calendar);

/** 受領 of a 臨時報告 is due by the end of this day: the next open day. */
export const receiptDue = ({ at }: Pick<Inquiry, 'at'>, calendar: Calendar): Day =>
  addOpenDays(dayOf(new Date(at)), 1, calendar);

/** What of a 臨時報告 is late: that it was received, or its answer. Nothing of a 協議 ever is. */
export function lateOf(
  inquiry: Inquiry,
  today: Day,
  calendar: Calendar,
  moment?: Date,
): 'receipt' | 'answer' | undefined {
  if (inquiry.direction !== 'special') return undefined;
  const standing = requestStanding(inquiry, moment);
  if (isEnded(standing)) return undefined;
  if (standing.owes && standing.due < today) return 'answer';
  return standing.state === 'untouched' && receiptDue(inquiry, calendar) < today ? 'receipt' : undefined;
}

/** The last answer, with the number of its letter. */
export const lastAnswer = ({ steps = [] }: Inquiry): InquiryStep | undefined =>
  steps.findLast(({ did }) => did === 'answered');

/** Whether the other side still has to answer. @param moment as it stood then */
export const waitsForAnswer = (inquiry: Inquiry, moment?: Date): boolean => {
  if (moment && inquiry.at > moment.toISOString()) return false;
  const standing = requestStanding(inquiry, moment);
  return !isEnded(standing) && standing.owes;
};

/** Why the prefecture has to look at a 臨時報告, and since which day; undefined where it has not. */
export function seenTo(
  inquiry: Inquiry,
  calendar: Calendar,
  moment: Date,
): { readonly what: 'confirm' | 'receipt' | 'answer'; readonly since: Day } | undefined {
  if (inquiry.direction !== 'special' || inquiry.at > moment.toISOString()) return undefined;
  const late = lateOf(inquiry, dayOf(moment), calendar, moment);
  const { state, owes, due, answer } = requestStanding(inquiry, moment);
  if (late === 'answer') return { what: late, since: due };
  if (late === 'receipt') return { what: late, since: receiptDue(inquiry, calendar) };
  return state === 'checking' && !owes && answer ? { what: 'confirm', since: dayOf(new Date(answer.at)) } : undefined;
}
