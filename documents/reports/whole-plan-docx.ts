import { type Day, fiscalYearName, fullDate } from '../../programme/day.ts';
import { type Milestone, PlanText, planTextNames, SCHEDULE } from '../../programme/reports/whole-plan.ts';
import { governorOf, letterDocx } from '../docx/letter.ts';
import { subheading } from '../docx/page.ts';
import { fieldTable, linesWritten, listTable, NONE } from '../docx/table.ts';

/** What 全体計画書 (様式 FM-01) is filled with. */
export type WholePlanSheet = {
  readonly fiscalYear: number;
  readonly edition: number;
  /** 下書き, 承認 … of the version that is written out. */
  readonly standing: string;
  readonly prefecture: string;
  readonly programme: string;
  /** 文書番号, where the prefecture has given one. */
  readonly number: string | undefined;
  readonly day: Day;
  /** 差出人: who, and what they are, a line each. */
  readonly by: readonly string[];
  readonly texts: Readonly<Record<PlanText, string>>;
  readonly milestones: readonly (Milestone & { readonly done: Day | undefined })[];
  readonly history: readonly {
    readonly edition: number;
    readonly day: Day;
    readonly changed: readonly string[] | 'first';
    readonly approved: Day | undefined;
  }[];
  /** 県承認日 of this version. */
  readonly approved: Day | undefined;
};

/** 全体計画書 as a Word file, in the words and the order of the form. */
export async function wholePlanDocx(sheet: WholePlanSheet): Promise<Uint8Array> {
  const { fiscalYear, edition, standing, prefecture, programme, number, day, by } = sheet;
  return letterDocx({
    number,
    day,
    to: governorOf(prefecture),
    by,
    title: `${fiscalYearName(fiscalYear)} 全体計画書（実施計画書）`,
    text: `${programme}の全体計画（第${edition}版・${standing}）を、次のとおり提出します。`,
    parts: [
      fieldTable(partRows(sheet, FIRST)),
      subheading(`${SCHEDULE}（工程）`),
      milestoneTable(sheet),
      subheading('会議体・管理の方法'),
      fieldTable(partRows(sheet, SECOND)),
      subheading('版・改定履歴'),
      historyTable(sheet),
    ],
  });
}

/** The parts before and behind the schedule. */
const FIRST: readonly PlanText[] = ['purpose', 'scope', 'method', 'organization'];
const SECOND: readonly PlanText[] = PlanText.options.filter((name) => !FIRST.includes(name));

const partRows = ({ texts }: WholePlanSheet, names: readonly PlanText[]) =>
  names.map((name) => [planTextNames[name], ...linesWritten(texts[name])] as const);

function milestoneTable({ milestones }: WholePlanSheet) {
  const rows = milestones.map(({ what, by, done }) => [what, fullDate(by), done === undefined ? '' : fullDate(done)]);
  return listTable(['達成すること', '期限', '完了日'], rows.length > 0 ? rows : [[NONE, '', '']], [5, 4, 4]);
}

function historyTable({ history, edition, day, approved }: WholePlanSheet) {
  const known = history.filter((each) => each.edition <= edition);
  const rows = known.map((each) => [
    `第${each.edition}版`,
    fullDate(each.day),
    each.changed === 'first' ? '新規' : each.changed.length > 0 ? `${each.changed.join('、')}の変更` : '再提出',
    each.approved === undefined ? '（未承認）' : fullDate(each.approved),
  ]);
  const own = [`第${edition}版`, fullDate(day), '下書き', approved === undefined ? '（未承認）' : fullDate(approved)];
  const isListed = known.some((each) => each.edition === edition);
  return listTable(['版', '提出日', '改定の内容', '県承認日'], isListed ? rows : [...rows, own], [2, 5, 6, 5]);
}
