import { ask } from '../../../programme/asks.ts';
import { consentStanding } from '../../../programme/consent/consent.ts';
import { materialSortNames } from '../../../programme/consent/material.ts';
import {
  APPROVAL_PREFIX,
  type MaterialApproval,
  materialApprovals,
} from '../../../programme/consent/material-approval.ts';
import { shownVersion } from '../../../programme/consent/may-show.ts';
import { meetingApproved } from '../../../programme/consent/part-id.ts';
import { covers, scopeNames } from '../../../programme/consent/scope.ts';
import { dayOf } from '../../../programme/day.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { knownMunicipality } from '../../../storage/municipalities.ts';
import { filedKind } from '../../filed.ts';
import type { Making } from '../../files/handed-out.ts';
import { readConsents } from './read-consents.ts';

/** The prefecture's 承諾 of a material. Until the municipality consents, nothing of it is said but what it is. */
export const materialApprovalFiled = filedKind({
  kind: materialApprovals,
  prefix: APPROVAL_PREFIX,
  called: '資料の共有（第三者への閲覧）',
  yes: '承諾',
  hasAct: true,

  async title(filing, from) {
    const { scope, municipality, material } = currentFiling(filing).content;
    const meeting = meetingApproved(material);
    if (meeting !== undefined) return `${await meetingCalled(meeting, from)} 共有版 → ${scopeNames[scope]}`;
    const town = (await knownMunicipality(from.store, municipality))?.name ?? municipality;
    return `${town} ${await calledFor(filing, from)} → ${scopeNames[scope]}`;
  },

  async notes(filing, { store, now }) {
    const { material, municipality, scope, version } = currentFiling(filing).content;
    if (meetingApproved(material) !== undefined)
      return ['市町村ごとの承諾がそろった団体の分だけが見えます。承諾のない団体は除きます。'];
    const { consents } = await readConsents(store, [municipality]);
    const own = consents.filter((each) => each.material === material && each.version === version);
    const isConsented = own.some(
      (each) => covers(each.scope, scope) && consentStanding(each, dayOf(now)) === 'approve',
    );
    return [
      isConsented ? '市町村の承諾があります。' : '市町村の承諾はまだありません。県の承諾だけでは、だれにも見えません。',
    ];
  },

  ofMunicipality: (filing) => currentFiling(filing).content.municipality,

  takeBack: (filing) => {
    const { municipality, material } = currentFiling(filing).content;
    return ask('withdraw-consent', { municipality, material });
  },

  open: (filing) => {
    const { municipality, material } = currentFiling(filing).content;
    const meeting = meetingApproved(material);
    if (meeting !== undefined) return ask('show-shared', { meeting });
    return ask('show-consents', { municipality, material });
  },
});

const meetingCalled = async (id: string, { store }: Making): Promise<string> =>
  (await store.meetings.get(PROGRAMME, id))?.value.title ?? '会議';

/** By its title where the prefecture may see it, else by its sort alone. */
async function calledFor(filing: MaterialApproval, { store, now }: Making): Promise<string> {
  const { material: id, municipality } = currentFiling(filing).content;
  const { materials, standing } = await readConsents(store, [municipality]);
  const material = materials.find((each) => each.id === id);
  if (!material) return '共有する資料';
  const shown = shownVersion(material, 'prefecture', dayOf(now), standing);
  return shown ? `「${shown.content.title}」` : materialSortNames[material.sort];
}
