import { z } from 'zod';

/** What only people can write of 業務報告書 (様式 FM-21). The last three are written of each municipality. */
export const finalSectionNames = {
  overview: '概要',
  analysis: '分析',
  resources: '人材・財源',
  proposals: '課題と提言',
  before: '支援前',
  after: '支援後',
  remaining: '残課題',
} as const;
export type FinalSection = keyof typeof finalSectionNames;
export const FinalSection = z.enum(Object.keys(finalSectionNames) as [FinalSection, ...FinalSection[]]);

const OF_TOWNS: readonly FinalSection[] = ['before', 'after', 'remaining'];
export const isOfTown = (section: FinalSection): boolean => OF_TOWNS.includes(section);
export const wholeSections = FinalSection.options.filter((section) => !isOfTown(section));
export const townSections = FinalSection.options.filter(isOfTown);

/** Where the text of a section is kept: `analysis`, `before:203033`. */
export const textKey = (section: FinalSection, municipality?: string): string =>
  isOfTown(section) && municipality !== undefined ? `${section}:${municipality}` : section;

/** 概要, 小海町の支援前 */
export const sectionTitle = (section: FinalSection, town?: string): string =>
  isOfTown(section) && town !== undefined ? `${town}の${finalSectionNames[section]}` : finalSectionNames[section];

/** The chapters in their order; each begins on a page of its own. */
export const chapterTitles = [
  '概要',
  '体制と変更履歴',
  '派遣実績',
  '市町村別の報告',
  'KPI達成状況',
  '人材・財源',
  '会議',
  '事例',
  '課題と提言',
  '別添',
] as const;

/** The chapter number of lists that stand in the annex alone. */
export const ANNEX = 11;
/** The chapter number of what stands on the first page alone. */
export const COVER = 0;
