import { dispatch } from './dispatch.ts';
import { type Counted, dayIn, Exported } from './exported.ts';
import { consents, meetings, resources } from './papers.ts';
import { progress } from './progress.ts';

/** Counts the figures of 業務報告書 again from the JSON files of an export: what each (何の数字) comes to. */
export function recounted(folder: string, fiscalYear: number, now: Date): ReadonlyMap<string, Counted> {
  const of = new Exported(folder, fiscalYear);
  const local = new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 16);
  const [last = ''] = [dayIn(now.toISOString()), of.programme.end].toSorted();
  dispatch(of);
  // What the edition of 令和7年度 changed of it is texts alone.
  progress(of, '2024-1');
  meetings(of, local);
  consents(of, last);
  resources(of);
  return of.found;
}
