import { z } from 'zod';
import * as input from '../inputs.ts';
import { member } from '../roster/inputs.ts';
import * as access from './access-inputs.ts';

/** What can be asked about who may work on the programme, and of the registers that go with it. */
export const accessAsks = {
  'record-pledge': z.object({ member, day: access.pledged, meant: input.meant.optional() }),
  'show-pledges': z.object({ page: input.page.optional() }),
  'edit-subcontract': z.object({
    subcontract: access.subcontract.optional(),
    party: access.partyName.optional(),
    representative: access.representative.optional(),
    address: access.address.optional(),
    work: access.work.optional(),
    reason: access.reason.optional(),
    amount: access.amount.optional(),
    from: access.from.optional(),
    until: access.until.optional(),
    personalData: access.dataHandling.optional(),
    safeguards: access.safeguards.optional(),
    supervision: access.supervision.optional(),
    field: access.subcontractField.optional(),
  }),
  'submit-subcontract': z.object({
    subcontract: access.subcontract.optional(),
    party: access.partyName.optional(),
    seen: input.seen.optional(),
  }),
  'show-subcontracts': z.object({ subcontract: access.subcontract.optional(), page: input.page.optional() }),
  'subcontract-file': z.object({ subcontract: access.subcontract.optional() }),
  'retained-rights': z.object({
    name: access.rightName.optional(),
    holder: access.holder.optional(),
    where: access.where.optional(),
    entry: access.entry.optional(),
    begins: access.begins.optional(),
    page: input.page.optional(),
  }),
  'personal-data': z.object({
    name: access.dataName.optional(),
    manager: access.manager.optional(),
    handlers: access.handlers.optional(),
    place: access.keptAt.optional(),
    entry: access.entry.optional(),
    begins: access.begins.optional(),
    page: input.page.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
