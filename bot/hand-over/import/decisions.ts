import { undoneBy } from '../../../programme/chat-decisions.ts';
import { shortMoment } from '../../../programme/day.ts';
import type { SettingChange } from '../../../programme/setting-change.ts';
import type { Store } from '../../../storage/collections.ts';
import { settingChangesIn } from '../../setting-change.ts';
import { bring, type ImportStep, type Run } from './step.ts';

/** The workbook is older than what was decided in chat. Nothing was written. */
export class OlderWorkbook extends Error {
  readonly sentences: readonly string[];

  constructor(decided: readonly SettingChange[]) {
    super('the workbook would undo what was decided in chat');
    this.sentences = decided.map(sentenceOf);
  }
}

/** What was decided in chat and stands, to be held against what a workbook would make of it. */
export type Decided = {
  /** Every change in chat, taken back or not. */
  readonly changes: readonly SettingChange[];
  readonly of: (would: Parameters<typeof undoneBy>[0]) => readonly SettingChange[];
};

/** @param writtenOut when the workbook was written out of this store, if it was: what stood by then it knows */
export async function decidedIn(store: Store, writtenOut: string | undefined): Promise<Decided> {
  const changes = await settingChangesIn(store);
  return { changes, of: (would) => undoneBy(would, changes, writtenOut) };
}

/** All that these steps would undo, once each, oldest first. */
export function undoneIn(steps: readonly ImportStep[]): readonly SettingChange[] {
  const all = new Map(steps.flatMap(({ undoes = [] }) => undoes.map((change) => [change.ask, change] as const)));
  return [...all.values()].toSorted((a, b) => a.at.localeCompare(b.at));
}

/** What the operator takes back with the workbook is recorded as taken back. */
export function markUndone(run: Run, changes: readonly SettingChange[]): readonly ImportStep[] {
  const undone = { by: 'operator', at: run.now.toISOString(), via: 'cli', ask: `import-${run.now.toISOString()}` };
  return changes.map((change) =>
    bring(run, 'settingChanges', { value: change, effects: [] }, (now = change) => ({ ...now, undone }), {
      section: 'decisions',
      outcome: 'ended',
    }),
  );
}

/** 11/24(火) 10:05 KPI設定 K0-03 …: K0-03 目標値 95% を 90% に戻すことになります */
function sentenceOf({ at, title, lines }: SettingChange): string {
  const said = lines.map(({ what, before, after }) => `${what} ${before === undefined ? '' : `${before} → `}${after}`);
  return `${shortMoment(new Date(at))} にチャットで決めた「${title}」（${said.join('、')}）`;
}
