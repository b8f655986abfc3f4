import { ask } from '../../../programme/asks.ts';
import { shortDate } from '../../../programme/day.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { subcontracts } from '../../../programme/staffing/subcontract.ts';
import { filedKind } from '../../filed.ts';

/** 再委託 needs 県の承諾; who is of the party waits for it. */
export const subcontractFiled = filedKind({
  kind: subcontracts,
  prefix: 'subcontract-',
  called: '再委託',
  yes: '承諾',
  hasAct: true,
  title: async (subcontract) => {
    const { party, from, until } = currentFiling(subcontract).content;
    return from && until ? `${party}（${shortDate(from)}〜${shortDate(until)}）` : party;
  },
  open: (subcontract) => ask('show-subcontracts', { subcontract: subcontract.id }),
});
