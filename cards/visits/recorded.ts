import { ask } from '../../programme/asks.ts';
import { catalogue } from '../../programme/catalogue.ts';
import { shortDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { itemName, kpiName } from '../../programme/shown.ts';
import { currentVisit, type VisitRecord } from '../../programme/visits/visit-record.ts';
import { type Button, buttons, type Card, card, list, notice, text } from '../card.ts';
import type { ActionLine } from '../meetings/meeting.ts';
import { visitContentNodes, visitHeadline } from './visit.ts';

export type VisitRecorded = {
  readonly municipality: Municipality;
  readonly record: VisitRecord;
  readonly actions: readonly ActionLine[];
  /** Which KPIs the municipality reports. */
  readonly kpis: ReadonlySet<string>;
  /** Whether a 所見 came with it: it is not repeated. */
  readonly remarked: boolean;
  /** The message that wrote it; 取消 takes back all it wrote. */
  readonly report: string;
};

/** How many items and KPIs are offered to be reported. */
const OFFERED = 3;

/** What was recorded; its items and their KPIs are offered as ordinary reports, and nothing of them is read from the text. */
export function visitRecordedCard({ municipality, record, actions, kpis, remarked, report }: VisitRecorded): Card {
  const { name, code } = municipality;
  const current = currentVisit(record);
  const visit = { visit: record.id };
  const isAgain = (current?.number ?? 1) > 1;
  return card(
    '訪問記録を受け付けました',
    `${name} ${current ? visitHeadline(current.content) : ''} 訪問記録を受け付けました。`,
    text(name, 'quiet'),
    notice(
      'good',
      isAgain
        ? '直した内容を記録しました。市町村にもう一度確認をお願いします。'
        : '記録しました。市町村に確認をお願いします。',
    ),
    current ? visitContentNodes(current.content) : [],
    actions.length > 0
      ? [
          text('次回までの宿題', 'heading'),
          list(actions.map(({ what, who, due }) => ({ title: what, detail: `${who}・${shortDate(due)}まで` }))),
        ]
      : [],
    remarked ? text('所見も受け付けました。事務局だけが見ます。', 'quiet') : [],
    text('項目の段階やKPIが変わったときは、続けて報告してください。', 'quiet'),
    buttons(...reportButtons(code, current?.content.items ?? [], kpis)),
    buttons(
      { label: '書き足す・直す', ask: ask('record-visit', visit) },
      { label: '訪問記録票', ask: ask('visit-sheet', { ...visit, municipality: code }) },
      { label: '取消', look: 'danger', ask: ask('record-visit', { ...visit, report }) },
    ),
  );
}

function reportButtons(municipality: string, items: readonly string[], own: ReadonlySet<string>): Button[] {
  const kpis = catalogue.kpis.filter(({ id, item }) => own.has(id) && item && items.includes(item)).slice(0, OFFERED);
  return [
    ...items
      .slice(0, OFFERED)
      .map((item) => ({ label: `${itemName(item)}を報告`, ask: ask('report-item', { municipality, item }) })),
    ...kpis.map(({ id }) => ({ label: `${kpiName(id)}を報告`, ask: ask('report-kpi', { municipality, kpi: id }) })),
  ];
}

export type VisitTakenBack = {
  readonly municipality: Municipality;
  readonly record: VisitRecord;
  readonly actions: readonly string[];
};

/** What was taken back, and what counts now. */
export function visitTakenBackCard({ municipality, record, actions }: VisitTakenBack): Card {
  const current = currentVisit(record);
  const visit = { visit: record.id };
  return card(
    '取り消しました',
    `${municipality.name} 訪問記録を取り消しました。`,
    notice('good', '取り消しました。履歴には残ります。'),
    ...actions.map((what) => text(`取り消した宿題: ${what}`)),
    current
      ? [text(`前の内容（${current.number}版）に戻りました。`), ...visitContentNodes(current.content)]
      : text('訪問がなかったときは「訪問中止」を、あったときは、もう一度「訪問記録」を送ってください。'),
    buttons(
      { label: '訪問記録', ask: ask('record-visit', visit) },
      ...(current ? [] : [{ label: '訪問中止', ask: ask('cancel-visit', visit) }]),
    ),
  );
}
