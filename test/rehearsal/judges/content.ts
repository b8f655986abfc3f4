import { CONSENTS } from '../../../programme/consent/consent.ts';
import { FILINGS } from '../../../programme/filing.ts';
import { VISITS } from '../../../programme/visits/visit-record.ts';
import { MISMATCHES, municipal } from '../../../storage/collections.ts';
import { END } from '../programme.ts';
import type { Law } from './judge.ts';

const LEAST = { visits: 400, consents: 40, withdrawals: 5, mismatches: 3, cases: 3, subcontracts: 1 } as const;

/** What the year must have seen, or its other laws say little. */
export const content: Law = {
  called: '1年分のことが起きた',
  async finally({ store }, { towns }) {
    const of = async <T>(list: (partition: string) => Promise<readonly T[]>) =>
      (await Promise.all(towns.map(({ code }) => list(municipal(code))))).flat();
    const consents = await of((partition) => store.consents.list(partition, CONSENTS));
    const counts = {
      visits: (await of((partition) => store.visitRecords.list(partition, VISITS))).length,
      consents: consents.filter(({ value }) => value.answers).length,
      withdrawals: consents.filter(({ value }) => value.withdrawals).length,
      mismatches: (await store.mismatches.list(MISMATCHES)).length,
      cases: (await of((partition) => store.cases.list(partition))).length,
      subcontracts: (await store.subcontracts.list(FILINGS, { from: 'subcontract-', below: 'subcontract.' })).length,
    };
    return Object.entries(LEAST).flatMap(([what, least]) => {
      const count = counts[what as keyof typeof LEAST];
      return count >= least ? [] : [`${count} ${what}, not ${least}`];
    });
  },
};

/** 業務報告書 was delivered on its day. That it lacks nothing is said in its scene. */
export const delivered: Law = {
  called: '業務報告書は3月14日に納品された',
  async finally({ store }) {
    const report = (await store.finalReports.get(FILINGS, 'final-2024'))?.value;
    const day = report?.deliveries?.at(-1)?.day;
    return day === END ? [] : [`delivered on ${day ?? 'no day'}`];
  },
};
