import type { FilingView } from '../../../cards/approvals/filing-view.ts';
import { isInForce, waitingSince } from '../../../programme/approvals/filing-standing.ts';
import { decidersAmong } from '../../../programme/duty.ts';
import { asHandedIn, currentFiling, decisionOf, FILINGS, type Filing } from '../../../programme/filing.ts';
import { may } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import { collectionOf, type Store } from '../../../storage/collections.ts';
import type { Filed } from '../../filed.ts';
import type { Making } from '../../files/handed-out.ts';
import { activeMembers, memberNames } from '../people/people.ts';

/** A filing as it was handed in, with what its kind says of it. */
export type FiledOne = { readonly of: Filed; readonly filing: Filing };

/** Who looks; nobody in particular where a notice is drawn for whoever gets it. */
type Reader = Making & { readonly who?: Member | undefined };

/** Every filing of every kind that was handed in. */
export async function filingsIn(store: Store, filed: readonly Filed[]): Promise<readonly FiledOne[]> {
  const found = await Promise.all(
    filed.map(async (of) => {
      const range = { from: of.prefix, below: `${of.prefix.slice(0, -1)}.` };
      const all = await collectionOf(store, of.kind).list(FILINGS, range);
      return all.flatMap(({ value }) => {
        const filing = asHandedIn(value);
        return filing ? [{ of, filing }] : [];
      });
    }),
  );
  return found.flat();
}

/** One of them; undefined where none of that id was handed in, or there is no such kind. */
export async function filingOfId(store: Store, filed: readonly Filed[], id: string): Promise<FiledOne | undefined> {
  const of = filed.find(({ prefix }) => id.startsWith(prefix));
  const found = of && (await collectionOf(store, of.kind).get(FILINGS, id));
  const filing = found && asHandedIn(found.value);
  return of && filing && { of, filing };
}

/** Everything that waits for the prefecture, oldest first. */
export const waitingAmong = (all: readonly FiledOne[]): readonly FiledOne[] =>
  all
    .filter(({ filing }) => waitingSince(filing) !== undefined)
    .toSorted((a, b) => (waitingSince(a.filing) ?? '').localeCompare(waitingSince(b.filing) ?? ''));

/** As this person sees it. */
export async function filingViews(all: readonly FiledOne[], reader: Reader): Promise<readonly FilingView[]> {
  const { store, who, now } = reader;
  const [members, nameOf] = await Promise.all([activeMembers(store), memberNames(store, 'さん')]);
  const deciders = decidersAmong(members);
  const mayRemark = may(who, 'approve');
  const mayDecide = mayRemark && deciders.some(({ id }) => id === who?.id);
  return Promise.all(
    all.map(async ({ of, filing }) => {
      const decision = decisionOf(filing, currentFiling(filing).number);
      return {
        filing,
        ...{ called: of.called, yes: of.yes, hasAct: of.hasAct, open: of.open(filing) },
        title: await of.title(filing, reader),
        notes: (await of.notes?.(filing, reader)) ?? [],
        since: waitingSince(filing),
        ...{ mayDecide, mayRemark, nameOf },
        takeBack: of.takeBack?.(filing),
        isInForce: decision !== undefined && isInForce(decision, of.effectiveFrom?.(filing), now),
        deciders: deciders.map(({ name }) => `${name}さん`),
      };
    }),
  );
}

export async function filingView(one: FiledOne, reader: Reader): Promise<FilingView> {
  const [view] = await filingViews([one], reader);
  if (!view) throw new Error('a filing without its view');
  return view;
}
