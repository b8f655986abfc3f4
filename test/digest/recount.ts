import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Counts again what the digest opens with, from the JSON files of an export and from nothing else: no code of the product
 * is used, so that a mistake in it is not made twice.
 */
type Moment = { readonly at: string };
type Filing = {
  readonly versions: readonly (Moment & { readonly number: number })[];
  readonly submissions?: readonly (Moment & { readonly version: number })[];
  readonly decisions?: readonly (Moment & { readonly version: number })[];
  readonly withdrawn?: Moment;
};
type Inquiry = Moment & {
  readonly direction: string;
  readonly undone?: unknown;
  readonly steps?: readonly (Moment & { readonly did: string; readonly due?: string })[];
};
type Item = {
  readonly municipality: string;
  readonly fiscalYear: number;
  readonly year: string;
  readonly due?: string;
  readonly versions: readonly { readonly stage: string; readonly undone?: unknown }[];
};

const FILINGS = [
  ...['materialApprovals', 'organizationCharts', 'staffingChanges', 'monthlyReports', 'wholePlans', 'finalReports'],
  'subcontracts',
];
const SETTLED = ['decided', 'done', 'confirmedNone'];

export function recountedOpening(folder: string, { today, fiscalYear }: { today: string; fiscalYear: number }) {
  const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T[];
  const supported = new Set(
    read<{ code: string; supported: boolean }>('municipalities').flatMap((town) => (town.supported ? [town.code] : [])),
  );
  const late = read<Item>('items').filter(({ municipality, ...item }) => {
    const stage = item.versions.findLast(({ undone }) => undone === undefined)?.stage;
    const isOpen = item.due !== undefined && item.due < today && !SETTLED.includes(stage ?? '');
    return isOpen && item.year === 'this' && item.fiscalYear === fiscalYear && supported.has(municipality);
  });
  return {
    filings: FILINGS.flatMap((name) => read<Filing>(name)).filter(waits).length,
    consultations: read<Inquiry>('inquiries').filter(owed).length,
    late: late.length,
  };
}

/** The last edition that was handed in has no answer yet. */
function waits({ submissions = [], decisions = [], withdrawn }: Filing): boolean {
  const last = Math.max(0, ...submissions.map(({ version }) => version));
  return last > 0 && withdrawn === undefined && !decisions.some(({ version }) => version === last);
}

function owed({ direction, undone, steps = [] }: Inquiry): boolean {
  const last = steps.findLast(({ did }) => ['answered', 'solved', 'reopened'].includes(did));
  return direction === 'consultation' && undone === undefined && (last === undefined || last.did === 'reopened');
}
