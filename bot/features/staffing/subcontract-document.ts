import { dayOf } from '../../../programme/day.ts';
import { actOf, currentFiling, decisionOf } from '../../../programme/filing.ts';
import { handedInOn } from '../../../programme/staffing/staffing-change.ts';
import type { Subcontract } from '../../../programme/staffing/subcontract.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { chartsIn } from './read-staffing.ts';
import { subcontractOf, subcontractsIn } from './subcontract-view.ts';

/** 再委託承諾申請書 of a 再委託, as it was last written. */
export const subcontractDocument: HandedOut = {
  name: '再委託承認申請',
  called: '再委託承諾申請書',
  ending: '.docx',

  async make(id, from) {
    const found = await subcontractOf(from.store, id);
    return found && subcontractPaper(found, from);
  },

  async pick({ day }, { store }) {
    const all = (await subcontractsIn(store)).filter(({ withdrawn }) => !withdrawn);
    const [only, ...others] = all.filter((one) => {
      const { from, until } = currentFiling(one).content;
      return day === undefined || (from !== undefined && until !== undefined && from <= day && day <= until);
    });
    return others.length === 0 ? only?.id : undefined;
  },

  async list({ store }) {
    return (await subcontractsIn(store)).map((one) => [one.id, currentFiling(one).content.party] as const);
  },
};

export async function subcontractPaper(
  subcontract: Subcontract,
  { store, programme, now }: Making,
): Promise<Uint8Array> {
  const { content, number } = currentFiling(subcontract);
  const contractor = (await chartsIn(store))
    .map((chart) => currentFiling(chart).content.contractor)
    .findLast((name) => name !== undefined);
  const decision = decisionOf(subcontract, number);
  const { subcontractDocx } = await import('../../../documents/staffing/subcontract-docx.ts');
  return subcontractDocx({
    content,
    prefecture: programme.prefecture,
    business: programme.name,
    contractor,
    day: handedInOn(subcontract) ?? dayOf(now),
    consent:
      decision?.verdict === 'approve'
        ? {
            day: dayOf(new Date(decision.at)),
            document: actOf(subcontract, number)?.document,
            condition: decision.condition,
          }
        : undefined,
  });
}
