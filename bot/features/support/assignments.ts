import { ASSIGNMENTS, type Assignment } from '../../../programme/support/assignment.ts';
import { municipal, type Store } from '../../../storage/collections.ts';

/** Every assignment of a municipality, those taken back too. */
export async function assignmentsOf(store: Store, code: string): Promise<readonly Assignment[]> {
  return (await store.assignments.list(municipal(code), ASSIGNMENTS)).map(({ value }) => value);
}
