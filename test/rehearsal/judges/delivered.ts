import { FILINGS } from '../../../programme/filing.ts';
import { END } from '../programme.ts';
import type { Law } from './judge.ts';

/** 業務報告書 was delivered on its day. That it lacks nothing is said in its scene. */
export const delivered: Law = {
  called: '業務報告書は3月14日に納品された',
  async finally({ store }) {
    const report = (await store.finalReports.get(FILINGS, 'final-2024'))?.value;
    const day = report?.deliveries?.at(-1)?.day;
    return day === END ? [] : [`delivered on ${day ?? 'no day'}`];
  },
};
