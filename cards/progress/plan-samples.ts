import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { itemPlansCard, planForm } from './item-plans.ts';
import { kpiTargetsCard, targetForm } from './kpi-targets.ts';

const { settingChange: change, town } = example;
const { fiscalYear } = example.programme;
const [, record] = example.withRecord('S1-3');
const [kpi, kpiRecord] = example.kpiPairs[0] as (typeof example.kpiPairs)[number];

/** What is planned for a municipality, and its forms. */
export const planSamples: Samples = {
  'item-plans': () =>
    itemPlansCard({
      municipality: town,
      fiscalYear,
      page: 1,
      pages: 3,
      rows: ['S0-1', 'S0-2', 'S0-3', 'S0-4', 'S1-1', 'S1-2', 'S1-3', 'S2-1', 'S3-1'].map((id) => {
        const [item, own] = example.withRecord(id);
        return { item, record: own, last: id === 'S1-3' ? change : undefined };
      }),
    }),
  'item-plan-form': () =>
    planForm({
      municipality: town,
      item: example.item,
      record,
      fiscalYear,
      given: { due: '2026-12-20' },
      errors: { due: '令和8年12月20日（日）は令和6年度の日付ではありません。' },
    }),
  'kpi-targets': () =>
    kpiTargetsCard({
      municipality: town,
      rows: example.kpiPairs.slice(0, 9).map(([one, own]) => ({ kpi: one, record: own })),
      page: 1,
      pages: 3,
    }),
  'kpi-target-form': () =>
    targetForm({
      municipality: town,
      kpi,
      record: kpiRecord,
      given: { target: '180' },
      choices: undefined,
      errors: { target: '「180」はK0-03 DX基礎研修受講率の値にできません。0から100までの数を書いてください。' },
    }),
};
