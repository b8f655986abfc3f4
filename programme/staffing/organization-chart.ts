import { z } from 'zod';
import { Day } from '../day.ts';
import { actOf, currentFiling, FILINGS, filingOf, filingState, filingStateNames } from '../filing.ts';
import { filingSheet } from '../filing-sheet.ts';
import { filingWay } from '../filing-way.ts';
import { defineKind, inOne } from '../kind.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import { ContractorPerson } from './contractor-person.ts';

/** What somebody is on the programme. */
export const postNames = {
  responsible: '業務責任者',
  pm: 'PM',
  contact: '連絡窓口',
  expert: '派遣人材',
  staff: '事務局',
} as const;
export type Post = keyof typeof postNames;

const ChartPerson = ContractorPerson.extend({
  posts: z.array(z.enum(Object.keys(postNames) as [Post, ...Post[]])).min(1),
});
export type ChartPerson = z.infer<typeof ChartPerson>;

/**
 * What 体制表 (様式 FM-02) says that neither the roster nor the assignments know, in its words. Who serves which
 * municipality stands with the assignments and is drawn from them.
 */
export const ChartContent = z.object({
  /** 適用日 */
  day: Day,
  /** 受託者名 */
  contractor: z.string().optional(),
  /** 役職 and 連絡先 of the 業務責任者. */
  position: z.string().optional(),
  reach: z.string().optional(),
  /** 経歴 and 同種業務の実績 of the PM. */
  career: z.string().optional(),
  experience: z.string().optional(),
  /** 電話, メール and 受付時間 of the 連絡窓口. */
  phone: z.string().optional(),
  mail: z.string().optional(),
  hours: z.string().optional(),
  /** 緊急連絡・エスカレーション経路 */
  escalation: z.string().optional(),
  /** Everybody of the contractor's side. */
  people: z.array(ChartPerson),
});
export type ChartContent = z.infer<typeof ChartContent>;
export type ChartField = Exclude<keyof ChartContent, 'people'>;

/** 体制表 of a fiscal year, in versions. */
export const OrganizationChart = filingOf(ChartContent).extend({ fiscalYear: z.number().int() });
export type OrganizationChart = z.infer<typeof OrganizationChart>;

export const chartId = (fiscalYear: number): string => `chart-${fiscalYear}`;
/** For `Collection.list`: every 体制表. */
export const CHARTS = { from: 'chart-', below: 'chart.' } as const;

/** What is written beside the roster, in the order of the form; what is required, before it is handed in. */
export const chartFields = [
  { name: 'contractor', label: '受託者名', required: true },
  { name: 'position', label: '業務責任者の役職', required: true },
  { name: 'reach', label: '業務責任者の連絡先', required: true },
  { name: 'career', label: 'PMの経歴', required: true },
  { name: 'experience', label: 'PMの同種業務の実績', required: true },
  { name: 'phone', label: '連絡窓口の電話', required: true },
  { name: 'hours', label: '連絡窓口の受付時間', required: true },
  { name: 'mail', label: '連絡窓口のメール', required: false },
  { name: 'escalation', label: '緊急連絡・エスカレーション経路', required: true },
] as const satisfies readonly { name: ChartField; label: string; required: boolean }[];

/** What is still to be written of it. */
export const unwrittenIn = (content: Partial<ChartContent>): readonly (typeof chartFields)[number][] =>
  chartFields.filter(({ name, required }) => required && !content[name]);

/** Posts that the roster gives to nobody, by their names. */
export const postsWithout = ({ people }: Pick<ChartContent, 'people'>): readonly string[] =>
  (['responsible', 'pm', 'contact'] as const)
    .filter((post) => !people.some((person) => person.posts.includes(post)))
    .map((post) => postNames[post]);

/** Everything that is missing before it can be handed in, by its name for people. */
export const lackingInChart = (content: ChartContent): readonly string[] => [
  ...postsWithout(content).map((post) => `${post}（名簿の役目）`),
  ...unwrittenIn(content).map(({ label }) => label),
];

export const organizationCharts = defineKind({
  name: 'organizationCharts',
  called: '体制表',
  container: 'state',
  schema: OrganizationChart,
  ...inOne(FILINGS),
  id: ({ id }) => id,
  belongsTo: () => undefined,
  ofYear: (chart, year) => (chart.fiscalYear === year.fiscalYear ? chart : undefined),
  keptFor: {
    years: 'records',
    // Whoever stands in one that was approved has access by it: it is over when its year is.
    isOver: ({ versions, fiscalYear }, { isOld }) =>
      versions.every(({ at }) => isOld(at)) && isOld(`${fiscalYear + 1}-03-31T15:00:00.000Z`),
  },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '体制表',
        'trust',
        (chart: OrganizationChart) => chart.versions.map((version) => ({ chart, version })),
        {
          年度: ({ chart }) => chart.fiscalYear,
          版: ({ version }) => version.number,
          適用日: ({ version }) => version.content.day,
          状態: ({ chart, version }) =>
            version === currentFiling(chart) ? filingStateNames[filingState(chart)] : undefined,
          体制: ({ version }) =>
            version.content.people
              .map(({ name, posts }) => `${name}（${posts.map((post) => postNames[post]).join('・')}）`)
              .join('、'),
          文書番号: ({ chart, version }) => actOf(chart, version.number)?.document,
          日時: ({ version }) => momentCell(version.at),
          作成者: ({ version }, { nameOf }) => nameOf(version.by),
        },
      ),
      filingSheet<OrganizationChart>({
        called: '体制表',
        yes: '承認',
        what: ({ day, people }) => `${day}から・${people.length}人`,
      }),
    ],
  },
  takenBack: {
    never: 'what was handed to the prefecture is written anew as a version',
    ownWay: (chart, said) =>
      filingWay(chart, said, { called: '体制表', edit: { command: 'edit-organization', input: {} } }),
  },
  audited: true,
  ofTheChat: [],
});
