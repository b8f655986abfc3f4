import { casesSource } from './cases-source.ts';
import { finalReportSource } from './final-report-source.ts';
import { fundingsSource } from './fundings-source.ts';
import { initiativesSource } from './initiatives-source.ts';
import { meetingsSource } from './meetings-source.ts';
import { minutesSource } from './minutes-source.ts';
import { monthlySource } from './monthly-source.ts';
import { organizationSource } from './organization-source.ts';
import { papersSource } from './papers-source.ts';
import { plansSource } from './plans-source.ts';
import { progressSource } from './progress-source.ts';
import { requestsSource } from './requests-source.ts';
import type { SearchSource } from './source.ts';
import { talentSource } from './talent-source.ts';
import { visitsSource } from './visits-source.ts';
import { wholePlanSource } from './whole-plan-source.ts';

/** Everything that is looked through. */
export const searchSources: readonly SearchSource[] = [
  progressSource,
  meetingsSource,
  requestsSource,
  visitsSource,
  initiativesSource,
  plansSource,
  talentSource,
  fundingsSource,
  minutesSource,
  papersSource,
  monthlySource,
  wholePlanSource,
  finalReportSource,
  organizationSource,
  casesSource,
];
