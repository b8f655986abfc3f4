import type { Change } from '../../../cards/card.ts';
import { type Day, daysBetween, fullDate, shortDate } from '../../../programme/day.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { type AssignmentDecision, termName } from '../../../programme/support/assign.ts';
import { serves } from '../../../programme/term.ts';

type Decided = {
  readonly decision: AssignmentDecision;
  /** What stood before; undefined for a new assignment. */
  readonly was: AssignmentDecision | undefined;
  readonly expert: Member;
  /** The expert with the term. */
  readonly member: Member;
  readonly former: Member | undefined;
  readonly municipality: Municipality;
  readonly today: Day;
};

/** Before → after, as the secretariat reads it; none where all of it stands already. */
export function assignLines({ decision, was, expert, member, former }: Decided): readonly Change[] {
  const rows: readonly (readonly [string, (of: AssignmentDecision) => string])[] = [
    ['期間', termName],
    ['計画日数', ({ planned }) => (planned === undefined ? 'なし' : `${planned}日`)],
    ['テーマ', ({ themes = [] }) => themes.join('、') || 'なし'],
    ['支援方針の出典', ({ sources }) => sources ?? 'なし'],
  ];
  const lines = rows.flatMap(([what, of]): Change[] => {
    const [before, after] = [was && of(was), of(decision)];
    if (before === after || (before === undefined && after === 'なし')) return [];
    return [{ what, before: before ?? 'なし', after }];
  });
  const all = former ? [...lines, { what: '前任', before: 'なし', after: `${former.name}さん` }] : lines;
  const isLeft = all.length === 0 && JSON.stringify(expert.terms) !== JSON.stringify(member.terms);
  return isLeft ? [{ what: '使える期間', before: 'なし', after: termName(decision) }] : all;
}

/** What is worth a look before saying yes. */
export function assignNotes({ decision, was, expert, former, municipality, today }: Decided): readonly string[] {
  const { from, until, planned = 0 } = decision;
  const days = daysBetween(from, until) + 1;
  const code = municipality.code;
  const isCut = was === undefined && serves(expert, code, today) && !(from <= today && today <= until);
  const end = former && lastDay(former, code);
  return [
    `${expert.name}さんは、${shortDate(from)}の0時から${shortDate(until)}の24時まで、${municipality.name}のことを見て報告できます。`,
    ...(planned > days
      ? [`計画日数の${planned}日は、期間の${days}日より多くなっています。期間か計画日数を確かめてください。`]
      : []),
    ...(until < today ? [`終了日の${fullDate(until)}は過ぎています。今は使えないままです。`] : []),
    ...(isCut ? [`${expert.name}さんは今も担当です。この期間の外の日は、使えなくなります。`] : []),
    ...(former ? ['引き継ぎのお願いが、初日の9時に後任の方へ届きます。'] : []),
    ...(former && (end === undefined || end >= from)
      ? [
          `前任の${former.name}さんの派遣は${end === undefined ? '終わりが決まっていません' : `${shortDate(end)}までです`}。終える日は「派遣」から変えられます。`,
        ]
      : []),
  ];
}

/** The last day on which somebody serves it; undefined where no end was set. */
function lastDay({ terms = [] }: Member, code: string): Day | undefined {
  return terms
    .filter(({ municipality }) => municipality === code)
    .map(({ until }) => until)
    .toSorted()
    .at(-1);
}
