import { defineKind, inOne, ofYearOfMoment, PROGRAMME, wholly } from '../kind.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import {
  currentPlan,
  gradeName,
  PlanSection,
  planEditionOf,
  planGrade,
  planSectionNames,
  planSizeNames,
  SimplePlan,
  type SimplePlanVersion,
} from './simple-plan.ts';

type Row = { readonly plan: SimplePlan; readonly version: SimplePlanVersion };

const texts = Object.fromEntries(
  PlanSection.options.map((name) => [
    planSectionNames[name],
    ({ version: { content } }: Row) => (content.decided ?? content).texts[name],
  ]),
);

export const simplePlans = defineKind({
  name: 'simplePlans',
  called: '簡易計画',
  container: 'state',
  schema: SimplePlan,
  ...inOne(PROGRAMME),
  id: ({ id }) => id,
  belongsTo: (plan, { code }) => wholly(plan, plan.municipality === code),
  ofYear: ofYearOfMoment((plan) => currentPlan(plan).at),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '簡易計画',
        'plans',
        (plan: SimplePlan): Row[] => plan.versions.map((version) => ({ plan, version })),
        {
          団体コード: ({ plan }) => plan.municipality,
          市町村名: ({ plan }, { townName }) => townName(plan.municipality),
          記録の版: ({ version }) => version.number,
          版: ({ plan, version }) => {
            const { edition, isDraft } = planEditionOf(plan, version.number);
            return `第${edition}版${isDraft ? '（案）' : ''}`;
          },
          ひな形: ({ version }) => planSizeNames[version.content.size],
          段階: ({ version }) => gradeName(planGrade(version.content)),
          意見照会: ({ version }) => version.content.circulatedOn,
          決定日: ({ version }) => version.content.decided?.on,
          会議名: ({ version }) => version.content.decided?.at,
          ...texts,
          日時: ({ version }) => momentCell(version.at),
          記入者: ({ version }, { nameOf }) => nameOf(version.by),
        },
      ),
    ],
  },
  takenBack: {
    never: 'it is written anew, and every version stays on record',
    byButton: ({ municipality, versions }) =>
      versions.map((version) => ({
        ...version,
        what: `簡易計画の${version.content.decided ? '庁内決定' : '変更'}`,
        back: {
          command: 'edit-simple-plan',
          input: version.number === 1 ? { municipality } : { municipality, version: version.number - 1 },
        },
        ...(version.number === 1 ? { anew: '簡易計画を書く' } : {}),
      })),
  },
  audited: true,
  ofTheChat: [],
});
