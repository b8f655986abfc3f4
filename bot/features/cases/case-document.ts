import type { CaseSheet } from '../../../documents/cases/case-sheet-docx.ts';
import { type Case, currentCase, materialOfCase } from '../../../programme/cases/case.ts';
import { caseContent } from '../../../programme/cases/case-content.ts';
import {
  consentNumber,
  consentStanding,
  consentStandingNames,
  currentAnswer,
} from '../../../programme/consent/consent.ts';
import type { SeenContent } from '../../../programme/consent/material.ts';
import { approvalStanding, approvalStandingNames, isApprovalOf } from '../../../programme/consent/material-approval.ts';
import { scopeNames } from '../../../programme/consent/scope.ts';
import { dayOf } from '../../../programme/day.ts';
import { itemName } from '../../../programme/shown.ts';
import { materialVersionOf } from '../../../storage/ids.ts';
import { municipalityIn, municipalityNames } from '../../../storage/municipalities.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { readConsents } from '../consent/read-consents.ts';
import { caseNamed, casesIn } from './read-cases.ts';

/** 横展開 事例シート: the version that stands, with the consents to that very version; without one it says so. */
export const caseDocument: HandedOut = {
  name: '事例',
  called: '横展開 事例シート',
  ending: '.docx',

  async make(id, from) {
    const one = await caseNamed(id, from.store);
    const { caseSheetDocx } = await import('../../../documents/cases/case-sheet-docx.ts');
    return one && caseSheetDocx(await caseSheet(await writtenCase(one, from), from));
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

/** A version of a case that a sheet is made of. */
type CaseVersion = {
  readonly id: string;
  readonly code: string;
  readonly version: string;
  readonly content: SeenContent;
  readonly at: string;
};

/** The version that is written now, whoever has consented to it. */
export async function writtenCase(one: Case, { store }: Pick<Making, 'store'>): Promise<CaseVersion> {
  const content = caseContent(one, await municipalityIn(store, one.municipality));
  const { at } = currentCase(one);
  return { id: one.id, code: one.municipality, version: materialVersionOf(content), content, at };
}

export async function caseSheet(one: CaseVersion, { store, programme, now }: Making): Promise<CaseSheet> {
  const { content, version, at } = one;
  const { consents, approvals } = await readConsents(store, [one.code]);
  const id = materialOfCase(one.id);
  const own = consents.filter((each) => each.material === id && each.version === version);
  const approval = approvals.find((each) => isApprovalOf(each, id));
  const widest = approval?.versions.at(-1)?.content.scope ?? 'supported';
  const today = dayOf(now);
  return {
    ...{ prefecture: programme.prefecture, number: one.id, day: dayOf(new Date(at)), content },
    consents: own.map((consent) => {
      const standing = consentStanding(consent, today);
      const answered = standing === 'approve' ? currentAnswer(consent)?.at : undefined;
      return {
        ...{
          number: consentNumber(consent),
          scope: scopeNames[consent.scope],
          standing: consentStandingNames[standing],
        },
        day: answered === undefined ? undefined : dayOf(new Date(answered)),
      };
    }),
    byPrefecture: approvalStandingNames[approvalStanding(approval, widest)],
  };
}
