import { CONSENTS, type Consent } from '../../programme/consent/consent.ts';
import { APPROVALS, type MaterialApproval } from '../../programme/consent/material-approval.ts';
import { FILINGS } from '../../programme/filing.ts';
import { municipal, type Store } from '../../storage/collections.ts';

/** From the narrowest to the widest, written down a second time. */
const SCOPES = ['prefecture', 'supported', 'all', 'public'];

/** Who sees what comes out of a door: one who is of these municipalities, in a circle; everything for the secretariat. */
export type Eyes = { readonly own: readonly string[]; readonly circle: string } | 'secretariat';

/** Words that stand in one version of one material, and nowhere else. */
export type Secret = {
  readonly words: string;
  readonly municipality: string;
  readonly material: string;
  readonly version: string;
};

export async function everythingSaid(store: Store, codes: readonly string[]) {
  const [consents, approvals] = await Promise.all([
    Promise.all(codes.map((code) => store.consents.list(municipal(code), CONSENTS))),
    store.materialApprovals.list(FILINGS, APPROVALS),
  ]);
  return { consents: consents.flat().map(({ value }) => value), approvals: approvals.map(({ value }) => value) };
}
type Said = Awaited<ReturnType<typeof everythingSaid>>;

/** Read from what is stored by nobody's rule but this: an asking, its last answer, no 撤回 of it, and its last day. */
function townSaysYes(consent: Consent, { material, version }: Secret, circle: string, day: string): boolean {
  const asking = consent.askings.length;
  const answer = consent.answers?.filter((each) => each.asking === asking).at(-1);
  return (
    consent.material === material &&
    consent.version === version &&
    SCOPES.indexOf(circle) <= SCOPES.indexOf(consent.scope) &&
    answer?.verdict === 'approve' &&
    !consent.withdrawals?.some((each) => each.asking === asking) &&
    (consent.until === undefined || day <= consent.until)
  );
}

function prefectureSaysYes(filing: MaterialApproval, material: string, circle: string): boolean {
  const isOfIt = filing.versions[0]?.content.material === material && !filing.withdrawn;
  return (
    isOfIt &&
    filing.versions.some(({ number, content }) => {
      const last = filing.decisions?.filter(({ version }) => version === number).at(-1);
      return last?.verdict === 'approve' && SCOPES.indexOf(circle) <= SCOPES.indexOf(content.scope);
    })
  );
}

/** The secrets in some words that none of these eyes may see. */
export function leaksIn(
  words: string,
  secrets: readonly Secret[],
  eyes: readonly Eyes[],
  said: Said,
  day: string,
): readonly Secret[] {
  return secrets.filter(
    (secret) => words.includes(secret.words) && !eyes.every((one) => mayBeSeen(secret, one, said, day)),
  );
}

function mayBeSeen(secret: Secret, eyes: Eyes, { consents, approvals }: Said, day: string): boolean {
  if (eyes === 'secretariat' || eyes.own.includes(secret.municipality)) return true;
  if (!consents.some((consent) => townSaysYes(consent, secret, eyes.circle, day))) return false;
  return (
    eyes.circle === 'prefecture' || approvals.some((each) => prefectureSaysYes(each, secret.material, eyes.circle))
  );
}
