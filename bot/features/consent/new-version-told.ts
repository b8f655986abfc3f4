import { z } from 'zod';
import { newVersionCard } from '../../../cards/consent/consent-notice.ts';
import type { Consent } from '../../../programme/consent/consent.ts';
import { approvedScope, type MaterialApproval } from '../../../programme/consent/material-approval.ts';
import { covers, isToThirdParties } from '../../../programme/consent/scope.ts';
import { decidersAmong } from '../../../programme/duty.ts';
import { daily, fallsIn } from '../../../programme/schedule.ts';
import { knownMunicipality } from '../../../storage/municipalities.ts';
import { days, defineJob, withdraw } from '../../job.ts';
import { consentViews } from './consent-views.ts';
import { consentsAsked } from './consents-asked.ts';
import { approvalsIn } from './read-consents.ts';

const NewVersionItem = z.object({ municipality: z.string(), material: z.string(), version: z.string() });

/** The prefecture's 承諾 stands for a material: whoever leads it is told of each new version that is asked about, once. */
export const newVersionTold = defineJob({
  name: 'new-version-told',
  called: '共有する資料の新しい版',
  withdraws: { gone: '県の承諾がなくなったか新しい版ができたため送りませんでした' },
  item: NewVersionItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const approvals = await approvalsIn(planning.store);
    // Nothing is new to who stands for nothing yet.
    if (approvals.length === 0) return [];
    const consents = await consentsAsked(planning);
    const fresh = consents.filter((consent) => isNewTo(consent, consents, approvals));
    return fresh.flatMap(({ municipality, material, version, askings }) => {
      const at = new Date(askings[0]?.at ?? 0);
      if (!fallsIn(slot, at)) return [];
      return decidersAmong(planning.members).map(({ id }) => ({
        recipient: { kind: 'member' as const, id },
        municipality,
        about: `${material}-${version}`,
        at,
        item: { municipality, material, version },
      }));
    });
  },

  async card({ municipality, material, version }, { store, now }) {
    const town = await knownMunicipality(store, municipality);
    const views = town ? await consentViews({ store, now }, [town], 'prefecture') : [];
    const view = views.find(({ consent }) => consent.material === material && consent.version === version);
    return view?.isNewest && view.approval === 'approve' ? newVersionCard(view) : withdraw('gone');
  },
});

/** Asked for the first time of a version that is not the one the prefecture decided about. */
function isNewTo(consent: Consent, all: readonly Consent[], approvals: readonly MaterialApproval[]): boolean {
  const { material, version, scope } = consent;
  const approval = approvals.find(({ versions }) => versions[0]?.content.material === material);
  const approved = approvedScope(approval);
  if (!isToThirdParties(scope) || !approval || !approved || !covers(approved, scope)) return false;
  const isDecided = approval.versions.some(({ content }) => content.version === version);
  const askedAt = ({ askings }: Consent) => askings[0]?.at ?? '';
  const isFirst = !all.some(
    (other) =>
      other !== consent &&
      other.material === material &&
      other.version === version &&
      isToThirdParties(other.scope) &&
      askedAt(other) < askedAt(consent),
  );
  return !isDecided && isFirst;
}
