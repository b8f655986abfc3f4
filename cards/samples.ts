import { incidentSamples } from './approvals/incident-samples.ts';
import { approvalsSamples } from './approvals/samples.ts';
import type { Samples } from './card.ts';
import { caseSamples } from './cases/samples.ts';
import { checkInSamples } from './check-in/samples.ts';
import { consentSamples } from './consent/samples.ts';
import { sharedMaterialSamples } from './consent/shared-samples.ts';
import { deliveriesSamples } from './deliveries/samples.ts';
import { digestSamples } from './digest/samples.ts';
import { fileSamples } from './file-samples.ts';
import { finalReportSamples } from './final-report/samples.ts';
import { fundingSamples } from './funding/samples.ts';
import { guideSamples } from './guide/samples.ts';
import { helpSamples } from './help/samples.ts';
import { indicatorsSamples } from './indicators/samples.ts';
import { simplePlanSamples } from './initiatives/plan-samples.ts';
import { returnedSamples } from './initiatives/returned-samples.ts';
import { initiativesSamples } from './initiatives/samples.ts';
import { meetingPapersSamples } from './meeting-papers/samples.ts';
import { meetingsSamples } from './meetings/samples.ts';
import { operationsSamples } from './operations/samples.ts';
import { overviewSamples } from './overview/samples.ts';
import { ownTimesSamples } from './own-times/samples.ts';
import { peopleSamples } from './people/samples.ts';
import { planSamples } from './progress/plan-samples.ts';
import { progressSamples } from './progress/samples.ts';
import { inquirySamples } from './reports/inquiry-samples.ts';
import { monthlySamples } from './reports/monthly-samples.ts';
import { wholePlanSamples } from './reports/whole-plan-samples.ts';
import { rosterSamples } from './roster/samples.ts';
import { searchSamples } from './search/samples.ts';
import { setUpSamples } from './set-up/samples.ts';
import { sharedSamples } from './shared-samples.ts';
import { accessSamples } from './staffing/access-samples.ts';
import { staffingSamples } from './staffing/samples.ts';
import { figuresSamples } from './support/figures-samples.ts';
import { fitSamples } from './support/fit-samples.ts';
import { mismatchSamples } from './support/mismatch-samples.ts';
import { supportSamples } from './support/samples.ts';
import { talentSamples } from './talent/samples.ts';
import { visitAnswerSamples } from './visits/answer-samples.ts';
import { visitsSamples } from './visits/samples.ts';
import { vocabulary } from './vocabulary.ts';
import { yearSamples } from './year/samples.ts';

/** One filled example of each card, for the tests of every channel and for the pictures; each stands beside its card. */
export const samples: Samples = {
  ...sharedSamples,
  ...peopleSamples,
  ...helpSamples,
  ...progressSamples,
  ...planSamples,
  ...meetingsSamples,
  ...checkInSamples,
  ...ownTimesSamples,
  ...digestSamples,
  ...deliveriesSamples,
  ...operationsSamples,
  ...rosterSamples,
  ...visitsSamples,
  ...supportSamples,
  ...caseSamples,
  ...visitAnswerSamples,
  ...fitSamples,
  ...approvalsSamples,
  ...incidentSamples,
  ...consentSamples,
  ...accessSamples,
  ...setUpSamples,
  ...sharedMaterialSamples,
  ...mismatchSamples,
  ...figuresSamples,
  ...staffingSamples,
  ...monthlySamples,
  ...finalReportSamples,
  ...inquirySamples,
  ...wholePlanSamples,
  ...meetingPapersSamples,
  ...searchSamples,
  ...indicatorsSamples,
  ...overviewSamples,
  ...fileSamples,
  ...initiativesSamples,
  ...fundingSamples,
  ...returnedSamples,
  ...simplePlanSamples,
  ...talentSamples,
  ...yearSamples,
  ...guideSamples,
  ...vocabulary,
};
