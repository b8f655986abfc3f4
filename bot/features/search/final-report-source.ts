import { ask } from '../../../programme/asks.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import { asHandedIn, currentFiling } from '../../../programme/filing.ts';
import { finalReportTitle } from '../../../programme/final-report/final-report.ts';
import {
  type FinalSection,
  isOfTown,
  sectionTitle,
  textKey,
  townSections,
  wholeSections,
} from '../../../programme/final-report/final-section.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { yearsOf } from '../../../programme/programme.ts';
import { finalReportOf } from '../final-report/final-sheet.ts';
import { seesDrafts } from '../reports/monthly-of.ts';
import type { Hit, SearchSource, Seeker } from './source.ts';

/** 業務報告書 by its name, and what people wrote in it, section by section and municipality by municipality. */
export const finalReportSource: SearchSource = {
  needs: 'filed',
  async find(towns, seeker) {
    const found = await Promise.all(yearsOf(seeker.programme).map((year) => hitsOf(year, towns, seeker)));
    return found.flat();
  },
};

async function hitsOf(year: number, towns: readonly Municipality[], seeker: Seeker): Promise<readonly Hit[]> {
  const report = await finalReportOf(seeker.store, year);
  const seen = report && (seesDrafts(seeker) ? report : asHandedIn(report));
  const version = seen && currentFiling(seen);
  const title = finalReportTitle(year);
  const day = version && dayOf(new Date(version.at));
  const whole: Hit = { ...{ kind: '業務報告書', title, day, texts: [] }, open: ask('final-report', { year }) };
  if (!version) return [whole];
  const of: Of = { year, title, day, texts: version.content.texts };
  return [
    whole,
    ...wholeSections.flatMap((section) => written(of, section)),
    ...townSections.flatMap((section) => towns.flatMap((town) => written(of, section, town))),
  ];
}

type Of = {
  readonly year: number;
  readonly title: string;
  readonly day: Day | undefined;
  readonly texts: Readonly<Record<string, string>>;
};

function written({ year, title, day, texts }: Of, section: FinalSection, town?: Municipality): readonly Hit[] {
  const text = texts[textKey(section, town?.code)];
  if (text === undefined) return [];
  return [
    {
      ...{ kind: '業務報告書', title: `${title}の${sectionTitle(section)}`, town: town?.name, day, texts: [text] },
      open: ask('final-report', { year, section, ...(isOfTown(section) && { municipality: town?.code }) }),
    },
  ];
}
