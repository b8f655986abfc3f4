import { type CaseSheet, caseSheetDocx } from '../../../documents/cases/case-sheet-docx.ts';
import { type Case, currentCase, materialOfCase } from '../../../programme/cases/case.ts';
import { caseContent } from '../../../programme/cases/case-content.ts';
import { consentStanding, consentStandingNames, currentAnswer } from '../../../programme/consent/consent.ts';
import { approvalStanding, approvalStandingNames, isApprovalOf } from '../../../programme/consent/material-approval.ts';
import { scopeNames } from '../../../programme/consent/scope.ts';
import { dayOf } from '../../../programme/day.ts';
import { itemName } from '../../../programme/shown.ts';
import { materialVersionOf } from '../../../storage/ids.ts';
import { municipalityIn, municipalityNames } from '../../../storage/municipalities.ts';
import type { HandedOut, Making } from '../../handed-out.ts';
import { readConsents } from '../consent/read-consents.ts';
import { caseNamed, casesIn } from './read-cases.ts';

/** 横展開 事例シート: the version that stands, with the consents to that very version; without one it says so. */
export const caseDocument: HandedOut = {
  name: '事例',
  called: '横展開 事例シート',
  ending: '.docx',

  async make(id, from) {
    const one = await caseNamed(id, from.store);
    return one && caseSheetDocx(await sheetOf(one, from));
  },

  /** The one that was written last. */
  async pick({ municipality }, { store }) {
    const own = (await casesIn(store)).filter((one) => one.municipality === municipality);
    return own.toSorted((a, b) => currentCase(b).at.localeCompare(currentCase(a).at))[0]?.id;
  },

  async list({ store }) {
    const [all, townName] = await Promise.all([casesIn(store), municipalityNames(store)]);
    return all.map((one) => {
      const title = currentCase(one).content.texts.title ?? itemName(one.item);
      return [one.id, `${townName(one.municipality)} ${one.item} ${title}`] as const;
    });
  },
};

async function sheetOf(one: Case, { store, programme, now }: Making): Promise<CaseSheet> {
  const [municipality, { consents, approvals }] = await Promise.all([
    municipalityIn(store, one.municipality),
    readConsents(store, [one.municipality]),
  ]);
  const content = caseContent(one, municipality);
  const version = materialVersionOf(content);
  const id = materialOfCase(one.id);
  const own = consents.filter((each) => each.material === id && each.version === version);
  const approval = approvals.find((each) => isApprovalOf(each, id));
  const widest = approval?.versions.at(-1)?.content.scope ?? 'supported';
  const { at } = currentCase(one);
  const today = dayOf(now);
  return {
    ...{ prefecture: programme.prefecture, number: one.id, day: dayOf(new Date(at)), content },
    consents: own.map((consent) => {
      const standing = consentStanding(consent, today);
      const answered = standing === 'approve' ? currentAnswer(consent)?.at : undefined;
      return {
        ...{ number: consent.id, scope: scopeNames[consent.scope], standing: consentStandingNames[standing] },
        day: answered === undefined ? undefined : dayOf(new Date(answered)),
      };
    }),
    byPrefecture: approvalStandingNames[approvalStanding(approval, widest)],
  };
}
