import { leaveOn } from '../absence.ts';
import { calendarOf, closedBecause, nextOpenDay } from '../calendar.ts';
import { askMoment } from '../check-in/ask-moment.ts';
import { promptsAbout } from '../check-in/weekly-prompt.ts';
import { type Day, dayOf } from '../day.ts';
import type { Delivery } from '../delivery.ts';
import type { Member } from '../member.ts';
import type { Municipality } from '../municipality.ts';
import { type Asked, askedOf } from '../people/asking.ts';
import type { Programme } from '../programme.ts';
import type { KpiEntry, KpiRecord } from '../progress/kpi-record.ts';
import { answerOf } from '../progress/silence.ts';
import { weekOf } from '../week.ts';

/** What the records say about one person and the weekly report of one municipality. */
export type WhyFacts = {
  readonly who: Member;
  readonly municipality: Municipality;
  readonly members: readonly Member[];
  readonly programme: Programme;
  readonly now: Date;
  /** What the municipality is asked for every week. */
  readonly weekly: readonly KpiRecord[];
  /** The weekly cards to this person. */
  readonly deliveries: readonly Delivery[];
  /** Whether the person can be written to anywhere. */
  readonly hasAddress: boolean;
};

export type WhyAnswer =
  | { readonly why: 'not-running' | 'not-officer' | 'nothing-asked' | 'no-open-day' | 'no-address' | 'switched-off' }
  | { readonly why: 'asked'; readonly at: Date }
  | { readonly why: 'answered'; readonly entry: KpiEntry }
  | { readonly why: 'on-leave'; readonly until: Day; readonly instead: Member | undefined }
  | { readonly why: 'not-lead'; readonly instead: Member; readonly because: Asked['why'] }
  | { readonly why: 'substitute'; readonly insteadOf: Member }
  | { readonly why: 'not-delivered'; readonly delivery: Delivery }
  /** Back again after the card of the week had gone to somebody else, or to nobody. */
  | { readonly why: 'was-away'; readonly on: Day }
  | { readonly why: 'not-yet' | 'on-its-way'; readonly at: Date }
  | { readonly why: 'moved'; readonly from: Day; readonly because: string; readonly to: Date };

/** Why this person was, or was not, asked this week; what weighs most comes first. */
export function whyOf(facts: WhyFacts): readonly WhyAnswer[] {
  const { who, programme, now, weekly } = facts;
  const today = dayOf(now);
  if (today < programme.start || today > programme.end) return [{ why: 'not-running' }];
  if (who.role !== 'municipal') return [{ why: 'not-officer' }];
  if (weekly.length === 0) return [{ why: 'nothing-asked' }];
  const week = weekOf(now);
  const prompts = promptsAbout(facts.municipality.code, week, facts.deliveries);
  const sent = prompts.find(({ state }) => state === 'sent');
  const answered = answerOf(weekly, week);
  return [
    ...(sent?.sentAt ? [{ why: 'asked', at: new Date(sent.sentAt) } as const] : []),
    ...(answered ? [{ why: 'answered', entry: answered } as const] : []),
    ...whose(facts, prompts, sent !== undefined || answered !== undefined),
  ];
}

/** Whether it is this person's turn at all, and if it is, where the prompt has got to. */
function whose(facts: WhyFacts, prompts: readonly Delivery[], settled: boolean): WhyAnswer[] {
  const { who, municipality, now } = facts;
  const leave = leaveOn(who.leave, dayOf(now));
  const asked = askedNow(facts);
  const instead = asked.who?.id === who.id ? undefined : asked.who;
  if (leave) return [{ why: 'on-leave', until: leave.until, instead }];
  if (instead) return [{ why: 'not-lead', instead, because: asked.why }];
  if (who.preference?.off && asked.who?.id !== who.id) return [{ why: 'switched-off' }];
  return [
    ...(asked.who && asked.insteadOf ? [{ why: 'substitute', insteadOf: asked.insteadOf } as const] : []),
    ...underWay(facts, prompts, settled, municipality),
  ];
}

/** As the clock decides it: on the day the office is next open from the weekly moment on. */
function askedNow({ municipality: { code }, members, programme, now }: WhyFacts): Asked {
  const moment = askMoment(programme, undefined, weekOf(now), code);
  const from = moment && moment.meant > now ? moment.meant : now;
  return askedOf(code, members, nextOpenDay(dayOf(from), calendarOf(programme.closures, code)));
}

function underWay(
  { who: { preference, leave }, programme, now, hasAddress }: WhyFacts,
  prompts: readonly Delivery[],
  settled: boolean,
  { code }: Municipality,
): WhyAnswer[] {
  const moment = askMoment(programme, preference, weekOf(now), code);
  if (!moment?.at) return settled ? [] : [{ why: 'no-open-day' }];
  const from = dayOf(moment.meant);
  const closed = dayOf(moment.at) === from ? undefined : closedBecause(from, programme.closures, code);
  const moved = closed ? [{ why: 'moved', from, because: closed, to: moment.at } as const] : [];
  if (settled) return moved;
  const stuck = prompts.findLast(({ state }) => state === 'failed' || state === 'unknown' || state === 'withdrawn');
  if (!hasAddress) return [{ why: 'no-address' }, ...moved];
  if (stuck) return [{ why: 'not-delivered', delivery: stuck }, ...moved];
  // Whose card it is was decided on that day, and stays decided.
  const day = dayOf(moment.at);
  if (moment.at <= now && leaveOn(leave, day)) return [{ why: 'was-away', on: day }];
  return [{ why: moment.at > now ? 'not-yet' : 'on-its-way', at: moment.at }, ...moved];
}
