import type { Command } from '../../command.ts';
import { answerConsent } from './answer-consent.ts';
import { askConsent } from './ask-consent.ts';
import { askForParts } from './ask-for-parts.ts';
import { consentFile } from './consent-file.ts';
import { passOnConsent } from './pass-on-consent.ts';
import { shareMeeting } from './share-meeting.ts';
import { showConsents } from './show-consents.ts';
import { showShared } from './show-shared.ts';
import { showShowings } from './show-showings.ts';
import { withdrawConsent } from './withdraw-consent.ts';

/** What can be asked in this column. */
export const consentCommands: readonly Command[] = [
  showShared,
  shareMeeting,
  askForParts,
  showShowings,
  askConsent,
  answerConsent,
  passOnConsent,
  showConsents,
  consentFile,
  withdrawConsent,
];
