import { type Day, fullDate, shortDate } from '../day.ts';
import type { Member } from '../member.ts';
import type { Programme } from '../programme.ts';
import type { Term } from '../term.ts';
import { type Assignment, type AssignmentVersion, currentAssignment } from './assignment.ts';

/** What is decided of an assignment, without who decided it and when. */
export type AssignmentDecision = Omit<AssignmentVersion, 'by' | 'at' | 'via' | 'ask'>;

/** 10/1(木)〜3/14(日) */
export const termName = ({ from, until }: Pick<Term, 'from' | 'until'>): string =>
  `${shortDate(from)}〜${shortDate(until)}`;

/** What cannot be of a term, by the input that is to be put right. */
export function termTroubles(
  { from, until, agreed }: Pick<AssignmentDecision, 'from' | 'until' | 'agreed'>,
  others: readonly Assignment[],
  { start, end }: Pick<Programme, 'start' | 'end'>,
  today: Day,
): Readonly<Record<string, string>> {
  const period = `事業の期間（${fullDate(start)}〜${fullDate(end)}）`;
  const shared = others.map(currentAssignment).find((other) => other.from <= until && from <= other.until);
  return {
    ...(until < from ? { until: endsTooEarly(from) } : {}),
    ...(until > end ? { until: `終了日が${period}の外です。${shortDate(end)}までの日を入力してください。` } : {}),
    ...(from < start ? { from: `開始日が${period}の外です。${shortDate(start)}からの日を入力してください。` } : {}),
    ...(from > end ? { from: `開始日が${period}の外です。${shortDate(end)}までの日を入力してください。` } : {}),
    ...(shared
      ? { from: `この方の${termName(shared)}の派遣と重なります。その期間を変えるときは「派遣」から選んでください。` }
      : {}),
    ...(agreed !== undefined && agreed > today
      ? { agreed: `${fullDate(agreed)}はまだ来ていません。県と協議した日を入力してください。` }
      : {}),
  };
}

export const endsTooEarly = (from: Day): string => `終了日は、開始日の${shortDate(from)}かそのあとの日にしてください。`;

/** The one of a pair that a change without a first day is about: the one that runs, else the only one to come. */
export function meantAssignment(own: readonly Assignment[], today: Day): Assignment | undefined {
  const open = own.filter((each) => currentAssignment(each).until >= today);
  const running = open.find((each) => currentAssignment(each).from <= today);
  return running ?? (open.length === 1 ? open[0] : undefined);
}

/** The expert with this term, in place of the one it was before. */
export function withTerm(member: Member, term: Term, before: Pick<Term, 'from' | 'until'> | undefined): Member {
  const isReplaced = (other: Term) =>
    other.municipality === term.municipality &&
    ((other.from === before?.from && other.until === before.until) || other.from === term.from);
  const terms = [...(member.terms ?? []).filter((other) => !isReplaced(other)), term];
  return {
    ...member,
    municipalities: [...new Set([...member.municipalities, term.municipality])],
    terms: terms.toSorted((a, b) => (`${a.municipality} ${a.from}` < `${b.municipality} ${b.from}` ? -1 : 1)),
  };
}
