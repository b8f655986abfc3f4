import { type Day, fullDate, shortDate } from '../day.ts';
import { currentFiling, filingState } from '../filing.ts';
import type { Programme } from '../programme.ts';
import { type ContractorPerson, isSamePerson } from './contractor-person.ts';
import { oneMonthBefore } from './one-month-before.ts';
import {
  type ChangeContent,
  type ChangeKind,
  changeKindNames,
  hasAfter,
  hasBefore,
  isLateOn,
  type StaffingChange,
} from './staffing-change.ts';

/** A 体制変更 as far as it is said. */
export type ChangeSaid = Partial<ChangeContent> & { readonly kind: ChangeKind };

export type ChangeBeside = {
  readonly today: Day;
  readonly programme: Pick<Programme, 'start' | 'end'>;
  /** Every other 体制変更. */
  readonly others: readonly StaffingChange[];
};

export type ChangeTroubles = { readonly [N in keyof ChangeContent]?: string };

/** What is missing or cannot be, by the field that is to be put right. */
export function changeTroubles(said: ChangeSaid, beside: ChangeBeside): ChangeTroubles {
  const { kind, before, after, reason, handover } = said;
  const shared = sharedWith(said, beside.others);
  return {
    ...(hasBefore(kind) && before === undefined ? { before: '変更前の方を選んでください。' } : {}),
    ...(hasAfter(kind) && after === undefined ? { after: '変更後の方の氏名を入力してください。' } : {}),
    ...(before && after && isSamePerson(before, after)
      ? { after: `${after.name}さんは変更前の方と同じです。変更後の方を入力してください。` }
      : {}),
    ...dayTroubles(said, beside),
    ...(reason ? {} : { reason: '変更理由を入力してください。' }),
    ...(handover ? {} : { handover: '業務への影響と引継ぎ計画を入力してください。' }),
    ...(shared ? { [shared.part]: sharedSentence(shared) } : {}),
  };
}

function dayTroubles({ day, late }: ChangeSaid, { today, programme: { start, end } }: ChangeBeside): ChangeTroubles {
  if (day === undefined) return { day: '変更予定日を入力してください。' };
  if (day < today)
    return { day: `変更予定日の${fullDate(day)}は過ぎています。今日か、そのあとの日を入力してください。` };
  if (day < start || day > end)
    return {
      day: `変更予定日が事業の期間（${fullDate(start)}〜${fullDate(end)}）の外です。期間の中の日を入力してください。`,
    };
  if (isLateOn({ day }, today) && !late)
    return {
      late: `${shortDate(day)}の変更の期限は${shortDate(oneMonthBefore(day))}でした。期限後になった理由を入力してください。`,
    };
  return {};
}

type Shared = { readonly part: 'before' | 'after'; readonly person: ContractorPerson; readonly other: ChangeContent };

/** Two papers on one person whose terms would overlap: they go twice, or come twice to do the same. */
function sharedWith(said: ChangeSaid, others: readonly StaffingChange[]): Shared | undefined {
  const open = others.filter((other) => !['refuse', 'withdrawn'].includes(filingState(other)));
  for (const other of open.map((each) => currentFiling(each).content)) {
    const { before, after } = said;
    if (before && other.before && isSamePerson(before, other.before) && goTwice(said, other))
      return { part: 'before', person: before, other };
    if (after && other.after && isSamePerson(after, other.after) && comeTwice(said, other, open))
      return { part: 'after', person: after, other };
  }
  return undefined;
}

/** Somebody can give up several things, one after the other, but leaves once, and each thing once. */
const goTwice = (said: ChangeSaid, other: ChangeContent): boolean =>
  (!said.stays && !other.stays) || isSameWork(said, other);

/** Somebody comes again only where they went in between. */
function comeTwice(said: ChangeSaid, other: ChangeContent, open: readonly StaffingChange[]): boolean {
  if (!isSameWork(said, other) || said.day === undefined) return false;
  const [first = '', second = ''] = [said.day, other.day].toSorted();
  return !open.some((each) => {
    const { before, day, stays } = currentFiling(each).content;
    return before && !stays && said.after && isSamePerson(before, said.after) && first <= day && day < second;
  });
}

function isSameWork(said: ChangeSaid, other: ChangeContent): boolean {
  if (said.kind !== other.kind) return false;
  const [own = [], theirs] = [said.municipalities, other.municipalities];
  return own.length === 0 || theirs.length === 0 || own.some((code) => theirs.includes(code));
}

const sharedSentence = ({ person, other }: Shared): string =>
  `${person.name}さんには、${shortDate(other.day)}の${changeKindNames[other.kind]}がもうあります。「体制変更一覧」からその内容を直すか、取り下げてください。`;
