import { z } from 'zod';
import { decideFilingOver } from '../../bot/features/approvals/decide-filing.ts';
import { documentMissingOver } from '../../bot/features/approvals/document-missing.ts';
import { filingDecidedOver } from '../../bot/features/approvals/filing-decided.ts';
import { filingSubmittedOver } from '../../bot/features/approvals/filing-submitted.ts';
import { filingWaitingOver } from '../../bot/features/approvals/filing-waiting.ts';
import { recordDocumentOver } from '../../bot/features/approvals/record-document.ts';
import { remarkFilingOver } from '../../bot/features/approvals/remark-filing.ts';
import { showWaitingOver } from '../../bot/features/approvals/show-waiting.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { filedKind } from '../../bot/filed.ts';
import type { Has } from '../../bot/service.ts';
import { ask } from '../../programme/asks.ts';
import { Day } from '../../programme/day.ts';
import { currentFiling, FILINGS, filingOf, withSubmission, withVersion } from '../../programme/filing.ts';
import { filingSheet } from '../../programme/filing-sheet.ts';
import { defineKind, inOne, ofNoYear } from '../../programme/kind.ts';
import { collectionOf, kinds, type Store } from '../../storage/collections.ts';

/** A kind of filing that the product does not have: what decides about filings looks at nothing but its declaration. */
const Plea = filingOf(z.object({ what: z.string(), from: Day.optional() }));
export type Plea = z.infer<typeof Plea>;

const declared = (name: string, called: string) =>
  defineKind({
    name,
    called,
    container: 'state',
    schema: Plea,
    ...inOne(FILINGS),
    id: ({ id }) => id,
    belongsTo: () => undefined,
    ofYear: ofNoYear,
    keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
    exported: { as: 'sheets', sheets: [filingSheet<Plea>({ called, yes: '承認', what: ({ what }) => what })] },
    takenBack: { never: 'the product does not have it at all' },
    audited: true,
    ofTheChat: [],
  });
export const pleas = declared('pleas', '備品の届');
export const reads = declared('reads', '備品の報告');

const plea = filedKind<Plea>({
  kind: pleas,
  ...{ prefix: 'plea-', called: '備品の届', yes: '承認', hasAct: true },
  title: async (filing) => currentFiling(filing).content.what,
  notes: async (filing) => (currentFiling(filing).content.what.includes('至急') ? ['期限後の提出です。'] : []),
  effectiveFrom: (filing) => currentFiling(filing).content.from,
  open: () => ask('show-waiting'),
});
const read = filedKind<Plea>({
  kind: reads,
  ...{ prefix: 'read-', called: '備品の報告', yes: '受領', hasAct: false },
  title: async (filing) => currentFiling(filing).content.what,
  open: () => ask('show-waiting'),
});

const filed = [plea, read];
const also = async () => [{ what: '備品の置き場所', since: '2026-11-20', open: ask('show-waiting') }];
const own = [showWaitingOver(filed, also), decideFilingOver(filed), recordDocumentOver(filed), remarkFilingOver(filed)];
const ownJobs = [
  filingSubmittedOver(filed),
  filingWaitingOver(filed),
  filingDecidedOver(filed),
  documentMissingOver(filed),
];

/** The product with these two kinds in place of its own. */
export const withPleas: Has = {
  commands: commands.map((command) => own.find(({ name }) => name === command.name) ?? command),
  jobs: jobs.map((job) => ownJobs.find(({ name }) => name === job.name) ?? job),
  kinds: { ...kinds, [pleas.name]: pleas, [reads.name]: reads },
};

type Handed = {
  readonly kind?: typeof pleas;
  readonly by: string;
  readonly at: string;
  readonly from?: Day;
  /** It is only written. */
  readonly isDraft?: boolean;
};

/** Somebody of the secretariat writes it and hands it in; of an id that is there already, a new version. */
export async function handIn(
  store: Store,
  id: string,
  what: string,
  { kind = pleas, by, at, from, isDraft = false }: Handed,
): Promise<void> {
  const docs = collectionOf(store, kind);
  const found = await docs.get(FILINGS, id);
  const message = (of: string) => ({ by, at, via: 'teams', ask: `${id}-${of}-${what}` });
  const content = { what, ...(from ? { from } : {}) };
  const written = found
    ? withVersion(found.value, content, message('write'))
    : { id, versions: [{ ...message('write'), number: 1, content }] };
  await docs.put(isDraft ? written : withSubmission(written, message('submit')), found?.etag ?? 'absent');
}
