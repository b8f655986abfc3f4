import { z } from 'zod';
import * as input from '../inputs.ts';
import * as meeting from '../meetings/inputs.ts';
import * as consent from './inputs.ts';

/** Which 承諾依頼 is meant, by its card: the version and the scope that were shown, until when. */
const which = {
  municipality: input.municipality.optional(),
  material: consent.material.optional(),
  version: consent.version.optional(),
  scope: consent.scope.optional(),
  until: consent.untilShown.optional(),
};

/** What can be asked about 承諾: what may be shown of a municipality to others. */
export const consentAsks = {
  'share-meeting': z.object({ meeting: meeting.meeting.optional() }),
  'ask-for-parts': z.object({ meeting: meeting.meeting, scope: consent.scope }),
  'show-showings': z.object({ page: input.page.optional() }),
  'show-shared': z.object({
    material: consent.material.optional(),
    meeting: meeting.meeting.optional(),
    page: input.page.optional(),
  }),
  'ask-consent': z.object({
    municipality: input.municipality.optional(),
    material: consent.material.optional(),
    version: consent.version.optional(),
    scope: consent.scope,
    until: consent.sharedUntil.optional(),
    page: input.page.optional(),
  }),
  'answer-consent': z.object({
    ...which,
    verdict: consent.consentVerdict.optional(),
    condition: consent.condition.optional(),
    post: consent.post.optional(),
    document: consent.consentNumber.optional(),
    more: consent.more.optional(),
    sure: input.sure.optional(),
  }),
  'pass-on-consent': z.object({ ...which, member: consent.superior.optional() }),
  'show-consents': z.object({
    municipality: input.municipality.optional(),
    material: consent.material.optional(),
    page: input.page.optional(),
  }),
  'consent-file': z.object({ ...which }),
  'withdraw-consent': z.object({
    municipality: input.municipality.optional(),
    material: consent.material.optional(),
    page: input.page.optional(),
    sure: input.sure.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
