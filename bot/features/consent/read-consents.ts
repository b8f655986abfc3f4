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
  const [materials, consents, approvals] = await Promise.all([
    Promise.all(among.map((code) => store.materials.list(municipal(code), MATERIALS))),
    Promise.all(among.map((code) => store.consents.list(municipal(code), CONSENTS))),
    store.materialApprovals.list(FILINGS, APPROVALS),
  ]);
  const found = {
    materials: materials.flat().map(({ value }) => value),
    consents: consents.flat().map(({ value }) => value),
    approvals: approvals.map(({ value }) => value),
  };
  return { ...found, standing: sharingStanding(found.consents, found.approvals) };
}
