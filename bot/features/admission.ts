import { lacksPledge, noAccessOn, type Papers } from '../../programme/staffing/admission.ts';
import { isOfContractor } from '../../programme/staffing/contractor-person.ts';
import { bindingFrom } from '../../programme/staffing/tenure.ts';
import type { Store } from '../../storage/collections.ts';
import type { Admission } from '../who/admission.ts';
import { chartsIn, staffingChangesIn } from './staffing/read-staffing.ts';
import { subcontractsIn } from './staffing/subcontract-view.ts';

/**
 * Who has access: nothing is read for people of municipalities and the prefecture, and of 再委託 and 体制変更 only
 * where somebody is of a party, and where a 体制表 binds.
 */
export const admission: Admission = async (store, people, day) => {
  const asked = people.filter((who) => who.active && isOfContractor(who) && lacksPledge(who, day) === undefined);
  const papers = await papersFor(store, {
    any: asked.length > 0,
    ofParties: asked.some(({ party }) => party),
  });
  return (who) => noAccessOn(who, papers, day);
};

async function papersFor(store: Store, needs: { readonly any: boolean; readonly ofParties: boolean }): Promise<Papers> {
  const [charts, subcontracts] = await Promise.all([
    needs.any ? chartsIn(store) : [],
    needs.ofParties ? subcontractsIn(store) : [],
  ]);
  const binds = bindingFrom({ charts }) !== undefined;
  return { charts, changes: binds ? await staffingChangesIn(store) : [], subcontracts };
}
