import { ofClosedYear } from '../../../cards/progress/closed-year.ts';
import { type Status, statusCard, stepCard } from '../../../cards/progress/status.ts';
import { workbookCard } from '../../../cards/workbook-file.ts';
import { shownDay, yearOver } from '../../../programme/asked-year.ts';
import { ask } from '../../../programme/asks.ts';
import { findStep, itemsOf } from '../../../programme/catalogue.ts';
import { may, seesEverywhere } from '../../../programme/may.ts';
import { areaNamed } from '../../../programme/municipality.ts';
import { HOW_REPORTS_STAND } from '../../../programme/progress/how-reports-stand.ts';
import {
  isOverdue,
  nextItem,
  type Progress,
  stepStanding,
  stepStandings,
} from '../../../programme/progress/step-standing.ts';
import { openKpis } from '../../../programme/progress/weekly.ts';
import { weekOf } from '../../../programme/week.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';

export const showStatus = defineCommand({
  name: 'show-status',
  says: ['状況', '進捗', 'ステップ'],
  help: '4つのステップの進み具合と、次にすることを表示します。',
  example: '状況 ステップ1',
  ownExample: { order: 1, of: ({ of }) => `${of}状況` },
  english: 'Show the progress of the steps and their items.',
  group: { title: '確かめる', order: 1 },
  needs: 'view',
  about: 'municipality',
  usualFor: { municipal: 2, expert: 7, secretariat: 2, prefecture: 2, reported: 1 },
  writes: false,
  spoken: {
    words: [
      '状況',
      '進捗',
      '進捗状況',
      '進み具合',
      ...['遅れている項目', '遅れてる項目', '期限を過ぎた項目', '期限を過ぎている項目', '期限切れの項目'],
      'じょうきょう',
      'しんちょく',
      'どうなって',
      ...['報告どうなって', '報告はどうなって', '報告の状況'],
      'どんな感じ',
      'どこまで',
      'どうですか',
      'どうなの',
      'どうでしょう',
      'どう?',
      'どうかな',
      'ステップ',
      'kpi未設定',
      '未設定',
    ],
    wins: 20,
    alone: ['where'],
    of: { item: 'show-item', kpi: 'show-history' },
    looks: true,
  },
  wished: [{ like: HOW_REPORTS_STAND, as: '状況', first: true, unless: 'digest' }],

  /** 佐久の状況 names no municipality, and all of a 圏域. */
  async named({ said, input }, { who, store }) {
    const area =
      input['municipality'] === undefined && who && seesEverywhere(who)
        ? areaNamed(said, await municipalitiesIn(store))
        : undefined;
    return area === undefined ? input : { ...input, area };
  },

  /** Who serves several municipalities sees all of them at a glance. */
  async withoutTown({ area, form, ...given }, { who, room }) {
    if (area !== undefined)
      return ask('show-overview', { area: String(area), form: form === undefined ? form : 'excel' });
    const isGlance = room.audience === undefined && may(who, 'serve') && (who?.municipalities.length ?? 0) > 1;
    return isGlance && form === undefined && Object.values(given).every((value) => value === undefined)
      ? ask('show-charge')
      : undefined;
  },

  async run({ step: stepId, form }, { who, municipality, room, programme, store, now }) {
    const records = await progressIn(store, municipality.code, programme);
    const steps = stepStandings(records);
    const [closed, today] = [yearOver(programme), shownDay(programme, now)];
    const of = { municipality: municipality.code, step: stepId, ...ofClosedYear(closed) };
    if (form !== undefined) {
      const { statusBook } = await import('../../../documents/progress/status-book.ts');
      const { tableBook } = await import('../../../documents/table-book.ts');
      const { fiscalYear } = programme;
      const book = statusBook({ municipality, records, fiscalYear, today, now, step: stepId });
      return { card: workbookCard(book, await tableBook(book), ask('show-status', { ...of, form })) };
    }
    const status: Status = {
      municipality,
      fiscalYear: programme.fiscalYear,
      closed,
      today,
      steps,
      next: closed === undefined ? nextItem(steps) : undefined,
      overdue: records.catalogue.items.filter(({ id }) => isOverdue(records.items.get(id), today)),
      reportedThisWeek: hasReported(records, now),
      mayReport: closed === undefined && may(who, 'report', municipality.code, room.audience),
    };
    const step = stepId === undefined ? undefined : findStep(stepId);
    if (!step) return { card: statusCard(status) };
    const items = itemsOf(step.id, records.catalogue).map((item) => [item, records.items.get(item.id)] as const);
    return { card: stepCard(status, stepStanding(step, records), items) };
  },
});

function hasReported(records: Progress, now: Date): boolean {
  return openKpis(records, weekOf(now)).length === 0;
}
