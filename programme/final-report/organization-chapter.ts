import { type Day, dayOf, fullDate } from '../day.ts';
import { actOf, approvedVersion, asHandedIn, currentFiling, type Filing } from '../filing.ts';
import { chartId, type Post, postNames } from '../staffing/organization-chart.ts';
import { changeKindNames, changeStanding, type StaffingChange } from '../staffing/staffing-change.ts';
import type { Subcontract } from '../staffing/subcontract.ts';
import { countedFigure, ofRecord } from './drawn-figure.ts';
import type { ReportBlock, ReportPart, ReportRow } from './figure.ts';
import { type FinalRecords, lastDayOf } from './final-records.ts';

const NONE = '―';

/** 体制と変更履歴: posts and decisions. Who holds a post stands in 体制表 and not here. */
export const organizationChapter = (records: FinalRecords): ReportPart => ({
  chapter: 2,
  title: '体制と変更履歴',
  blocks: [chartBlock(records), changesBlock(records), subcontractsBlock(records)],
});

function chartBlock({ staffing, programme }: FinalRecords): ReportBlock {
  const chart = staffing.charts.find(({ id }) => id === chartId(programme.fiscalYear));
  const approved = chart && approvedVersion(chart);
  const posts = Object.keys(postNames) as Post[];
  const rows = approved
    ? posts.flatMap((post): ReportRow[] => {
        const count = approved.content.people.filter((person) => person.posts.includes(post)).length;
        if (count === 0) return [];
        const records = ofRecord('organizationCharts', chart.id, {
          version: approved.number,
          day: approved.content.day,
        });
        const figure = { key: `post/${post}`, what: `体制表の${postNames[post]}`, count, unit: '人', records };
        return [{ cells: [postNames[post], countedFigure(figure)] }];
      })
    : [];
  return {
    heading: '体制',
    table: { head: ['役割', '人数'], shares: [2, 1], rows },
    note: approved
      ? `県の承認を受けた体制表（適用日 ${fullDate(approved.content.day)}）によります。`
      : '県の承認を受けた体制表はありません。',
  };
}

function changesBlock(records: FinalRecords): ReportBlock {
  const { staffing, programme } = records;
  const own = staffing.changes
    .flatMap((change) => asHandedIn(change) ?? [])
    .filter((change) => {
      const { day } = currentFiling(change).content;
      return day >= programme.start && day <= programme.end;
    });
  return {
    heading: '体制変更の履歴',
    table: {
      head: ['変更区分', '変更日', '影響する市町村', '状態', '県の承認日', '文書番号'],
      shares: [4, 6, 4, 5, 6, 5],
      rows: own.toSorted(byDay).map((change) => changeRow(change, lastDayOf(records))),
    },
  };
}

const byDay = (a: StaffingChange, b: StaffingChange): number =>
  `${currentFiling(a).content.day} ${a.id}`.localeCompare(`${currentFiling(b).content.day} ${b.id}`);

function changeRow(change: StaffingChange, today: Day): ReportRow {
  const { number, content } = currentFiling(change);
  const records = ofRecord('staffingChanges', change.id, { version: number, day: content.day });
  const what = `${changeKindNames[content.kind]} ${fullDate(content.day)}`;
  const count = content.municipalities.length;
  return {
    record: { kind: 'staffingChanges', id: change.id, version: number, day: content.day },
    cells: [
      changeKindNames[content.kind],
      { key: `change/${change.id}`, what: `体制変更 ${what}`, text: fullDate(content.day), records },
      countedFigure({ key: `change-towns/${change.id}`, what: `${what} 影響する市町村`, count, unit: '団体', records }),
      changeStanding(change, today),
      ...approvedCells(change),
    ],
  };
}

const approvedCells = (filing: Filing): readonly [string, string] => {
  const approved = approvedVersion(filing);
  if (!approved) return [NONE, NONE];
  return [fullDate(dayOf(new Date(approved.approved.at))), actOf(filing, approved.number)?.document ?? '文書未受領'];
};

function subcontractsBlock({ subcontracts }: FinalRecords): ReportBlock {
  const own = subcontracts.flatMap((each) => asHandedIn(each) ?? []).toSorted((a, b) => a.id.localeCompare(b.id));
  return {
    heading: '再委託',
    table: {
      head: ['業務の範囲', '期間', '県の承諾日', '承諾番号'],
      shares: [5, 7, 6, 4],
      rows: own.map(subcontractRow),
    },
  };
}

function subcontractRow(subcontract: Subcontract): ReportRow {
  const { number, content } = currentFiling(subcontract);
  const period = [content.from, content.until].map((day) => (day === undefined ? '' : fullDate(day))).join('〜');
  const records = ofRecord('subcontracts', subcontract.id, { version: number });
  return {
    cells: [
      content.work ?? NONE,
      { key: `subcontract/${subcontract.id}`, what: '再委託の期間', text: period, records },
      ...approvedCells(subcontract),
    ],
  };
}
