import type { FitToAnswer } from '../../../cards/support/assess-fit.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import { type Member, memberOn } from '../../../programme/member.ts';
import type { Programme } from '../../../programme/programme.ts';
import { ASSIGNMENTS } from '../../../programme/support/assignment.ts';
import { type FitQuestion, fitQuestions } from '../../../programme/support/fit-question.ts';
import { type FitAnswer, fitAnswerId } from '../../../programme/visits/fit-answer.ts';
import { MEMBERS, municipal, type Store } from '../../../storage/collections.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { recordsOf } from '../visits/records-of.ts';

type Looking = { readonly store: Store; readonly programme: Programme; readonly now: Date };
export type Side = FitAnswer['side'];
type Asked = Pick<FitQuestion, 'expert' | 'occasion'> & { readonly municipality: string };

/** Every question there is of a municipality. */
export async function fitQuestionsIn(
  { store, programme }: Pick<Looking, 'store' | 'programme'>,
  code: string,
): Promise<readonly FitQuestion[]> {
  const [records, assignments] = await Promise.all([
    recordsOf(store, code),
    store.assignments.list(municipal(code), ASSIGNMENTS),
  ]);
  return fitQuestions(
    { records, assignments: assignments.map(({ value }) => value) },
    calendarOf(programme.closures, code),
  );
}

/** The expert of a pair, as long as they serve the municipality. */
async function servingExpert({ municipality, expert }: Asked, store: Store, day: Day): Promise<Member | undefined> {
  const member = (await store.members.get(MEMBERS, expert))?.value;
  return member?.active && memberOn(member, day).municipalities.includes(municipality) ? member : undefined;
}

/** The question as this side sees it; undefined where it is not asked yet, or the pair is none any more. */
export async function fitToAnswer(asked: Asked, side: Side, looking: Looking): Promise<FitToAnswer | undefined> {
  const { municipality, expert, occasion } = asked;
  const today = dayOf(looking.now);
  const all = await fitQuestionsIn(looking, municipality);
  const isAsked = all.some((each) => each.expert === expert && each.occasion === occasion && each.askedOn <= today);
  const member = isAsked ? await servingExpert(asked, looking.store, today) : undefined;
  if (!member) return undefined;
  const other = side === 'expert' ? (await municipalityIn(looking.store, municipality)).name : `${member.name}さん`;
  return { municipality, expert, occasion, other };
}

/** What this side itself has answered. */
export async function ownFitAnswer(
  { municipality, expert, occasion }: Asked,
  side: Side,
  { store }: Pick<Looking, 'store'>,
): Promise<FitAnswer | undefined> {
  return (await store.fitAnswers.get(municipal(municipality), fitAnswerId({ occasion, expert, side })))?.value;
}

/** What somebody has still to answer: an officer for the municipality, an expert for themselves. */
export async function openFitQuestions(who: Member, looking: Looking): Promise<readonly FitToAnswer[]> {
  const side = who.role === 'expert' ? 'expert' : 'municipality';
  const found = await Promise.all(
    who.municipalities.map(async (municipality) => {
      const all = await fitQuestionsIn(looking, municipality);
      const own = side === 'expert' ? all.filter(({ expert }) => expert === who.id) : all;
      return Promise.all(
        own.map(async (each) => {
          const asked = { ...each, municipality };
          return (await ownFitAnswer(asked, side, looking)) ? undefined : fitToAnswer(asked, side, looking);
        }),
      );
    }),
  );
  return found.flat().flatMap((each) => each ?? []);
}
