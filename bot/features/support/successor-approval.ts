import type { Button } from '../../../cards/card.ts';
import { ask } from '../../../programme/asks.ts';
import { type Day, shortDate } from '../../../programme/day.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { MemberStart } from '../../turn.ts';

type Succession = {
  readonly expert: Member;
  /** Whose place is taken; undefined where nobody's is. */
  readonly former: Member | undefined;
  readonly from: Day;
  readonly municipality: Municipality;
  readonly reason: string;
};

/** `error`: why the first day cannot be. `note` and `offers`: what is worth a look, and the paper that is missing. */
export type SuccessorApproval = {
  readonly error?: string;
  readonly notes: readonly string[];
  readonly offers: readonly Button[];
};

/**
 * What the 承認 says to a successor's first day: it is not before the day that is approved. Where nothing is approved, it
 * can be decided all the same, because the 派遣決定 opens nothing by itself, and the 体制変更 is offered.
 */
export async function successorApproval(
  { expert, former, from, municipality, reason }: Succession,
  { store, admission }: Pick<MemberStart, 'store' | 'admission'>,
): Promise<SuccessorApproval> {
  const none = { notes: [], offers: [] };
  if (former === undefined) return none;
  const no = (await admission(store, [expert], from))(expert);
  if (no?.lacks !== 'approval') return none;
  if (no.from) {
    const day = shortDate(no.from);
    return {
      ...none,
      error: `県が承認した体制では、${expert.name}さんは${day}からです。開始日は${day}かそのあとにしてください。`,
    };
  }
  const given = { kind: 'expert', before: former.id, after: expert.id, day: from, reason } as const;
  const change = ask('change-staffing', { ...given, municipalities: municipality.name });
  return {
    notes: [`この交代の体制変更は、まだ県に承認されていません。承認されるまで、${expert.name}さんは使えません。`],
    offers: [{ label: '体制変更を書く', ask: change }],
  };
}
