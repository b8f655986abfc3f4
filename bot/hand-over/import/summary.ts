import { shortMoment } from '../../../programme/day.ts';

export type ImportSection =
  | 'programme'
  | 'municipalities'
  | 'members'
  | 'items'
  | 'kpis'
  | 'meetings'
  | 'assignments'
  | 'homework'
  | 'decisions';

/** `ended`: no longer in the workbook and so out of use. `kept`: no longer in the workbook, left as it was. */
export type ImportOutcome = 'created' | 'changed' | 'unchanged' | 'ended' | 'kept';

export type ImportSummary = {
  readonly at: string;
  readonly counts: Readonly<Record<ImportSection, Readonly<Record<ImportOutcome, number>>>>;
  /** What was decided about people and their homework, for the operator to see; with names. */
  readonly said: readonly string[];
};

const sectionNames: Readonly<Record<ImportSection, string>> = {
  programme: '事業',
  municipalities: '市町村',
  members: '名簿',
  items: '取組',
  kpis: 'KPI',
  meetings: '会議',
  assignments: '派遣',
  homework: '宿題',
  decisions: 'チャットでの変更',
};
const sections = Object.keys(sectionNames) as ImportSection[];

const endedNames: Readonly<Record<ImportSection, string>> = {
  programme: '',
  municipalities: '支援対象から外した',
  members: '利用を止めた',
  items: '',
  kpis: '週次から外した',
  meetings: '取り消した',
  assignments: '',
  homework: '',
  decisions: '取込表のとおりに戻した',
};

const keptSentences: Partial<Readonly<Record<ImportSection, string>>> = {
  items: '取込表にない取組の記録はそのまま残しました。取り組まない項目は行を消さず「対象外」と書いてください。',
  kpis: '取込表にないKPIの記録はそのまま残しました。',
};

export function summaryOf(
  steps: readonly { readonly section: ImportSection; readonly outcome: ImportOutcome }[],
  said: readonly string[],
  now: Date,
): ImportSummary {
  const none = (): Record<ImportOutcome, number> => ({ created: 0, changed: 0, unchanged: 0, ended: 0, kept: 0 });
  const counts = Object.fromEntries(sections.map((section) => [section, none()])) as Record<
    ImportSection,
    Record<ImportOutcome, number>
  >;
  for (const { section, outcome } of steps) counts[section][outcome]++;
  return { at: now.toISOString(), counts, said };
}

/** What an import did, for the terminal. */
export function summaryText({ at, counts, said }: ImportSummary): string {
  const moved = sections.some(
    (section) => counts[section].created + counts[section].changed + counts[section].ended > 0,
  );
  const headline = moved ? '取込表を取り込みました' : '取込表を確かめました。変わったところはありません';
  const whereMoved: readonly ImportSection[] = ['assignments', 'homework', 'decisions'];
  const isTold = (one: ImportSection) =>
    !whereMoved.includes(one) || counts[one].created + counts[one].changed + counts[one].ended > 0;
  const told = sections.filter(isTold);
  const lines = told.map((section) => `  ${sectionNames[section]}: ${countsText(section, counts[section])}`);
  const kept = sections.flatMap((section) =>
    counts[section].kept > 0 && keptSentences[section]
      ? [`  ※ ${counts[section].kept}件 ${keptSentences[section]}`]
      : [],
  );
  const people = said.map((sentence) => `  ※ ${sentence}`);
  return [`${headline}（${shortMoment(new Date(at))}）。`, ...lines, ...kept, ...people].join('\n');
}

function countsText(
  section: ImportSection,
  { created, changed, unchanged, ended }: Readonly<Record<ImportOutcome, number>>,
): string {
  const parts = [`新規 ${created}`, `変更 ${changed}`, `変更なし ${unchanged}`];
  if (ended > 0) parts.push(`${endedNames[section]} ${ended}`);
  return parts.join('、');
}
