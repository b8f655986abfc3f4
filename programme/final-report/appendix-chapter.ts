import { consentStanding } from '../consent/consent.ts';
import type { Day } from '../day.ts';
import { type Member, roleNames } from '../member.ts';
import { isOfContractor } from '../staffing/contractor-person.ts';
import { countedFigure, ofRecord } from './drawn-figure.ts';
import type { ReportBlock, ReportPart, ReportRow } from './figure.ts';
import { type FinalRecords, lastDayOf } from './final-records.ts';

/** 別添: 権利留保物, 承諾 and 誓約; people by their role alone. */
export const appendixChapter = (records: FinalRecords): ReportPart => ({
  chapter: 10,
  title: '別添',
  blocks: [rightsBlock(records), consentsBlock(records), pledgesBlock(records), LISTS],
});

function rightsBlock({ rights }: FinalRecords): ReportBlock {
  const rows = rights.map(({ id, versions }): ReportRow => {
    const last = versions.at(-1);
    const records = ofRecord('retainedRights', id, { version: versions.length });
    const what = last?.name ?? '';
    return {
      record: { kind: 'retainedRights', id, version: versions.length },
      cells: [
        { key: `right/${id}`, what: `権利留保物 ${what}`, text: what, records },
        last?.holder ?? '',
        last?.where ?? '',
      ],
    };
  });
  return { heading: '権利留保物', table: { head: ['名称', '権利者', '使った場所'], shares: [6, 5, 6], rows } };
}

function consentsBlock(records: FinalRecords): ReportBlock {
  const { consents } = records;
  const day = lastDayOf(records);
  const given = consents.filter((consent) => consentStanding(consent, day) === 'approve');
  const count = (key: string, what: string, of: typeof consents) =>
    countedFigure({
      ...{ key, what, count: of.length, unit: '件' },
      records: of.map(({ id, municipality }) => ({ kind: 'consents', id, municipality })),
    });
  return {
    heading: '承諾',
    facts: [
      { label: '依頼', cell: count('asked-consents', '承諾の依頼', consents) },
      { label: '承諾', cell: count('given-consents', '承諾のあるもの', given) },
    ],
    note: '1件ごとの一覧は、別添の「承諾」にあります。',
  };
}

/** Who works on the programme for the contractor, by what they are. */
export const contractorPeople = ({ members }: FinalRecords): readonly Member[] =>
  members
    .filter((member) => member.active && isOfContractor(member))
    .toSorted((a, b) => `${a.role} ${a.id}`.localeCompare(`${b.role} ${b.id}`));

export const isPledged = (pledged: Member['pledged']): pledged is Day => pledged !== undefined && pledged !== 'none';

/** How many of each role have given their 誓約: nobody is named, and each record stands in the annex. */
function pledgesBlock(records: FinalRecords): ReportBlock {
  const all = contractorPeople(records);
  const rows = [...new Set(all.map(({ role }) => role))].map((role): ReportRow => {
    const own = all.filter((member) => member.role === role);
    const count = (key: string, what: string, of: readonly Member[]) =>
      countedFigure({
        ...{ key: `${key}/${role}`, what: `${roleNames[role]}の${what}`, count: of.length, unit: '人' },
        records: of.map(({ id }) => ({ kind: 'members', id })),
      });
    const given = own.filter(({ pledged }) => isPledged(pledged));
    const without = own.filter((member) => !given.includes(member));
    return {
      cells: [
        roleNames[role],
        count('contractors', '人数', own),
        count('pledged', '誓約の記録のある人', given),
        count('unpledged', '誓約の記録のない人', without),
      ],
    };
  });
  return {
    heading: '誓約',
    table: { head: ['役割', '人数', '誓約の記録あり', '記録なし'], shares: [3, 2, 3, 3], rows },
    note: '誓約日は別添の「誓約」に、氏名は別に提出した誓約書にあります。',
  };
}

const LISTS: ReportBlock = {
  heading: '別添の一覧（別添.xlsx）',
  table: {
    head: ['シート', '内容'],
    shares: [1, 3],
    rows: [
      ['根拠', '本文の〔章-番号〕ごとの、数字と元の記録'],
      ['派遣実績', '訪問ごとの日・形態・時間・市町村の確認'],
      ['項目・KPI', '市町村ごとの支援前と支援後の段階、基準値・目標値・実績値・判定'],
      ['工程表', '市町村ごとの取組'],
      ['会議・決定事項', '開催した会議と、議事録の決定事項'],
      ['承諾', '資料ごとの承諾と県の承諾'],
      ['誓約', '受託者の1人ごとの役割と誓約日（氏名はありません）'],
      ['権利留保物・体制変更・事例', '本文の表と同じ内容'],
    ].map((cells) => ({ cells })),
  },
};
