import { CONSENTS, type Consent } from '../../../programme/consent/consent.ts';
import { MATERIALS, type Material } from '../../../programme/consent/material.ts';
import { APPROVALS, type MaterialApproval } from '../../../programme/consent/material-approval.ts';
import { type SharingStanding, sharingStanding } from '../../../programme/consent/may-show.ts';
import { FILINGS } from '../../../programme/filing.ts';
import { municipal, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';

/** Everything that decides what is shown of municipalities to others, as it is now. */
export type SharedMaterials = {
  readonly materials: readonly Material[];
  readonly consents: readonly Consent[];
  readonly approvals: readonly MaterialApproval[];
  /** For `mayShow` and `shownVersion`. */
  readonly standing: SharingStanding;
};

/** @param codes of these municipalities alone; of all without them. Read anew each time: what was taken back is gone at once. */
export async function readConsents(store: Store, codes?: readonly string[]): Promise<SharedMaterials> {
  const among = codes ?? (await municipalitiesIn(store)).map(({ code }) => code);
  const [found, consents, approvals] = await Promise.all([
    Promise.all(among.map((code) => store.materials.list(municipal(code), MATERIALS))),
    consentsIn(store, among),
    approvalsIn(store),
  ]);
  const materials = found.flat().map(({ value }) => value);
  return { materials, consents, approvals, standing: sharingStanding(consents, approvals) };
}

/** For who looks at nothing else: what was asked of these municipalities. */
export async function consentsIn(store: Store, codes: readonly string[]): Promise<readonly Consent[]> {
  const found = await Promise.all(codes.map((code) => store.consents.list(municipal(code), CONSENTS)));
  return found.flat().map(({ value }) => value);
}

export async function approvalsIn(store: Store): Promise<readonly MaterialApproval[]> {
  return (await store.materialApprovals.list(FILINGS, APPROVALS)).map(({ value }) => value);
}
