import { dayOf, fullDate } from '../../programme/day.ts';
import type { Store } from '../../storage/collections.ts';
import { auditId } from '../../storage/ids.ts';
import { countsOf, erasedLines } from '../hand-over/erase.ts';
import { type Cut, carryOut } from '../hand-over/erasure.ts';
import { readEverything } from '../hand-over/everything.ts';
import { type Limits, limitsOf, outdatedCuts } from '../hand-over/outdated.ts';
import { notImported, type Verb, withStore } from './verb.ts';

const COMMAND = 'retention';

export const retentionVerb: Verb = {
  name: 'retention',
  usage: 'retention [--apply]',
  help: '残す年数を過ぎた記録を示します。--apply を付けると消します。',

  async run({ apply = false, config, now }) {
    const years = { records: config.RETENTION_YEARS, audit: config.AUDIT_YEARS };
    return withStore(config, async (store) => {
      const all = await readEverything(store, now);
      if (all.programmes.length === 0) return { ok: false, lines: [notImported], data: { applied: false } };
      const limits = limitsOf(all, years, now);
      const cuts = outdatedCuts(all, limits);
      if (apply && cuts.length > 0) await note(store, now);
      const kept = apply ? await carryOut(store, cuts) : [];
      return {
        ok: true,
        lines: linesOf(limits, cuts, apply ? { kept: kept.length } : undefined),
        data: { applied: apply, limits, counts: countsOf(cuts), kept: kept.length },
      };
    });
  },
};

function linesOf({ records, audit }: Limits, cuts: readonly Cut[], applied?: { readonly kept: number }): string[] {
  const [record, entry] = [records, audit].map((from) => fullDate(dayOf(from)));
  const about = `記録は${record}、監査の記録は${entry}より前のものが対象です。`;
  if (cuts.length === 0) return [about, '対象の記録はありません。'];
  const counts = erasedLines(cuts);
  if (!applied) return [about, ...counts, 'まだ何も消していません。消すときは --apply を付けてください。'];
  const { kept } = applied;
  const forbidden = kept === 0 ? [] : [`監査の記録 ${kept}件は、消す権限がないため残しました。`];
  return [about, ...counts, `${cuts.length - kept}件を消しました。`, ...forbidden];
}

async function note(store: Store, now: Date): Promise<void> {
  const [at, record] = [now.toISOString(), 'everything'];
  const entry = { id: auditId(at, record, COMMAND), at, by: 'operator', via: 'cli', command: COMMAND, record };
  await store.audit.put(entry, 'absent');
}
