import type { Button } from '../../../cards/card.ts';
import { ask } from '../../../programme/asks.ts';
import { consentStanding, consentStandingNames } from '../../../programme/consent/consent.ts';
import { currentMaterial } from '../../../programme/consent/material.ts';
import { approvalStanding, approvalStandingNames, isApprovalOf } from '../../../programme/consent/material-approval.ts';
import { isToThirdParties, SharingScope, scopeNames } from '../../../programme/consent/scope.ts';
import { dayOf, fullDate } from '../../../programme/day.ts';
import type { TurnStart } from '../../turn.ts';
import { readConsents } from '../consent/read-consents.ts';

type ConsentOfCase = { readonly standing: readonly string[]; readonly consent: readonly Button[] };

/** How a case stands with consent, a line for each that was asked for; nothing while nobody can be asked. */
export async function caseConsent(
  id: string,
  municipality: string,
  { store, now }: Pick<TurnStart, 'store' | 'now'>,
): Promise<ConsentOfCase> {
  const { materials, consents, approvals } = await readConsents(store, [municipality]);
  const material = materials.find((each) => each.id === id);
  if (!material) return { standing: [], consent: [] };
  const today = dayOf(now);
  const current = currentMaterial(material).version;
  const own = consents.filter((each) => each.material === id);
  const approval = approvals.find((each) => isApprovalOf(each, id));
  const lines = own.map((consent) => {
    const { version, scope, until } = consent;
    const number = material.versions.findIndex((each) => each.version === version) + 1;
    const which = version === current ? '今の版' : `前の版（第${number}版）`;
    const byPrefecture = isToThirdParties(scope) ? `・${approvalStandingNames[approvalStanding(approval, scope)]}` : '';
    const end = until === undefined ? '' : `・${fullDate(until)}まで`;
    return `${scopeNames[scope]}: ${consentStandingNames[consentStanding(consent, today)]}（${which}${end}${byPrefecture}）`;
  });
  const isOld = own.length > 0 && !own.some(({ version }) => version === current);
  return {
    standing: [
      lines.length === 0 ? '承諾はまだ依頼していません。' : '承諾の状態',
      ...lines,
      ...(isOld
        ? ['言葉が変わったため、今の版はまだ承諾されていません。承諾された前の版があれば、それが見え続けます。']
        : []),
    ],
    consent: SharingScope.options.map((scope) => ({
      label: `承諾依頼（${scopeNames[scope]}）`,
      ask: ask('ask-consent', { municipality, material: id, version: current, scope }),
    })),
  };
}
