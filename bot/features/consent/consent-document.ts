import type { ConsentLetter } from '../../../documents/consent/consent-docx.ts';
import { type Consent, consentNumber, currentAnswer, currentWithdrawal } from '../../../programme/consent/consent.ts';
import { type Material, materialVersion } from '../../../programme/consent/material.ts';
import { scopeNames } from '../../../programme/consent/scope.ts';
import { dayOf, fullDate, timeOf } from '../../../programme/day.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { memberNames } from '../people/people.ts';
import { readConsents } from './read-consents.ts';

/** 共有承諾書 of each 承諾依頼 that was answered. */
export const consentDocument: HandedOut = {
  name: '共有承諾書',
  called: '共有承諾書（資料・事例）',
  ending: '.docx',

  async make(id, from) {
    const found = (await answered(from)).find(({ consent }) => consent.id === id);
    const letter = found && (await letterOf(found, from));
    const { consentDocx } = await import('../../../documents/consent/consent-docx.ts');
    return letter && consentDocx(letter);
  },

  async pick({ municipality }, from) {
    const own = (await answered(from)).filter(({ consent }) => consent.municipality === municipality);
    return own.length === 1 ? own[0]?.consent.id : undefined;
  },

  async list(from) {
    const townName = await municipalityNames(from.store);
    return (await answered(from)).map(({ consent, material }) => {
      const title = materialVersion(material, consent.version)?.content.title ?? '';
      return [consent.id, `${townName(consent.municipality)}「${title}」${scopeNames[consent.scope]}`] as const;
    });
  },
};

type Answered = { readonly consent: Consent; readonly material: Material };

async function answered({ store }: Making): Promise<readonly Answered[]> {
  const { consents, materials } = await readConsents(store);
  return consents.flatMap((consent) => {
    const material = materials.find(({ id }) => id === consent.material);
    return material && currentAnswer(consent) ? [{ consent, material }] : [];
  });
}

async function letterOf(
  { consent, material }: Answered,
  { store, programme }: Making,
): Promise<ConsentLetter | undefined> {
  const answer = currentAnswer(consent);
  const content = materialVersion(material, consent.version)?.content;
  if (!answer || !content) return undefined;
  const [townName, nameOf] = await Promise.all([municipalityNames(store), memberNames(store)]);
  const withdrawn = currentWithdrawal(consent);
  const { municipality, version, scope, until } = consent;
  const decidedOn = dayOf(new Date(answer.at));
  return {
    ...{ number: consentNumber(consent), version, content, scope, until, from: decidedOn, decidedOn },
    ...{ prefecture: programme.prefecture, municipality: townName(municipality) },
    ...{ verdict: answer.verdict, document: answer.document },
    // The letter goes to the prefecture too, which learns of no reason for a no.
    condition: answer.verdict === 'refuse' ? undefined : answer.condition,
    consenter: [answer.post, nameOf(answer.by)].filter(Boolean).join('　'),
    decided: momentText(answer.at),
    withdrawn: withdrawn && momentText(withdrawn.at),
  };
}

const momentText = (at: string): string => `${fullDate(dayOf(new Date(at)))} ${timeOf(new Date(at))}`;
