import { shortMoment } from '../../../programme/day.ts';
import type { SettingChange } from '../../../programme/setting-change.ts';
import { bring, type ImportStep, type Run } from './step.ts';

/** The workbook is older than what was decided in chat. Nothing was written. */
export class OlderWorkbook extends Error {
  readonly sentences: readonly string[];

  constructor(decided: readonly SettingChange[]) {
    super('the workbook would undo what was decided in chat');
    this.sentences = decided.map(sentenceOf);
  }
}

/** All that these steps would undo, once each, oldest first. */
export function undoneIn(steps: readonly ImportStep[]): readonly SettingChange[] {
  const all = new Map(steps.flatMap(({ undoes = [] }) => undoes.map((change) => [change.ask, change] as const)));
  return [...all.values()].toSorted((a, b) => a.at.localeCompare(b.at));
}

/** What the operator takes back of the changes in chat with the workbook is recorded as taken back. */
export function markUndone(run: Run, changes: readonly SettingChange[]): readonly ImportStep[] {
  const undone = { by: 'operator', at: run.now.toISOString(), via: 'cli', ask: `import-${run.now.toISOString()}` };
  // A decision of 年度更新 stands in the item's own record alone, which the workbook writes over.
  const kept = changes.filter((change) => run.decided?.changes.includes(change));
  return kept.map((change) =>
    bring(run, 'settingChanges', { value: change, effects: [] }, (now = change) => ({ ...now, undone }), {
      section: 'decisions',
      outcome: 'ended',
    }),
  );
}

/** 11/24(火) 10:05 にチャットで決めた「KPI設定 K0-03 …」（K0-03 目標値 90% → 95%） / 4/1(火) 9:00 の年度更新で決めた「…」 */
function sentenceOf({ at, via, title, lines }: SettingChange): string {
  const said = lines.map(({ what, before, after }) => `${what} ${before === undefined ? '' : `${before} → `}${after}`);
  const where = via === 'cli' ? 'の年度更新で' : 'にチャットで';
  return `${shortMoment(new Date(at))} ${where}決めた「${title}」（${said.join('、')}）`;
}
