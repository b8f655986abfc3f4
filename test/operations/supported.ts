import { withCaseVersion } from '../../programme/cases/case.ts';
import { withCaseAnswer } from '../../programme/cases/case-question.ts';
import { withNomination } from '../../programme/cases/nomination.ts';
import type { Provenance } from '../../programme/provenance.ts';
import { fitAnswers } from '../../programme/visits/fit-answer.ts';
import { withRating } from '../../programme/visits/rating.ts';
import { type VisitContent, withVisitAnswer, withVisitVersion } from '../../programme/visits/visit-record.ts';
import { withRemark } from '../../programme/visits/visit-remark.ts';
import type { Store } from '../../storage/collections.ts';
import { consentedTo } from './consented.ts';
import { funded } from './funded.ts';
import { initiated } from './initiated.ts';
import { inquired } from './inquired.ts';
import { plannedYear } from './planned-year.ts';
import { plantFile } from './planted-file.ts';
import { plantMonthlyReport } from './planted-monthly.ts';
import { plantShowing } from './planted-showing.ts';
import { published } from './published.ts';
import { registered } from './registered.ts';
import { staffed } from './staffed.ts';

const content: VisitContent = {
  ...{ day: '2026-11-17', start: '13:30', end: '16:00', mode: 'in-person', items: ['S1-2', 'S1-3'] },
  ...{ attended: '総務課 課長', text: '全体方針の骨子を一緒に見直した', decisions: '骨子は12月の庁議にかける' },
  ...{ problems: '担当が1人しかいない', materials: '全体方針の骨子案', next: '12月の庁議のあと' },
};

/** Plants what the support of a municipality leaves behind: one document of each of its kinds. */
export async function supported(
  store: Store,
  municipality: string,
  people: { expert: string; officer: string; office: string },
) {
  const { expert, officer, office } = people;
  const from = (by: string, at: string): Provenance => ({ by, at, via: 'teams', ask: `support-${municipality}-${at}` });
  const meeting = `meeting-20261117T0430Z-${municipality}`;
  await store.meetings.put(
    {
      ...{ id: meeting, title: '訪問支援', kind: 'visit', day: content.day, start: content.start, end: content.end },
      ...{ place: '役場', audience: [municipality], scheduledBy: expert, visit: { expert, mode: 'in-person' } },
    },
    'absent',
  );
  const of = { meeting, municipality, expert };
  const written = withVisitVersion(undefined, of, { content }, from(expert, '2026-11-18T01:00:00.000Z'));
  const said = { version: 1, verdict: 'confirmed', note: '次回は窓口の話も' } as const;
  const record = withVisitAnswer(written, said, from(officer, '2026-11-19T01:00:00.000Z'));
  await store.visitRecords.put(record, 'absent');
  const remark = withRemark(undefined, record.id, '体制の話は次回に', from(expert, '2026-11-18T01:00:00.000Z'));
  await store.visitRemarks.put(remark, 'absent');
  const rated = { score: 4, wish: 'continue', note: '分かりやすかった' } as const;
  const rating = { visit: record.id, municipality, expert };
  await store.ratings.put(withRating(undefined, rating, rated, from(officer, '2026-11-19T01:01:00.000Z')), 'absent');
  const fit = { municipality, expert, occasion: 'initial', side: 'municipality', fit: 'good' } as const;
  await store.fitAnswers.put(
    fitAnswers.schema.parse({ ...from(officer, '2026-11-20T01:00:00.000Z'), ...fit }),
    'absent',
  );
  const decided = { from: '2026-08-15', until: '2027-03-14', planned: 20, themes: ['S1-2'], agreed: '2026-08-01' };
  const version = { ...from(office, '2026-08-03T01:00:00.000Z'), ...decided, reason: '全体方針の経験があるため' };
  await store.assignments.put(
    { id: `assignment-${expert}-${decided.from}`, municipality, expert, versions: [version] },
    'absent',
  );
  const wishes = { themes: ['S1-2'], goal: '全体方針を決める', mode: '対面、月2回', limits: 'LGWANの端末しかない' };
  const needs = { ...from(officer, '2026-07-20T01:00:00.000Z'), ...wishes };
  await store.supportNeeds.put({ municipality, fiscalYear: 2026, versions: [needs] }, 'absent');
  const heard = {
    category: 'approach',
    detail: '進め方の説明が少ない',
    heard: { municipality: '資料を先に見たい' },
  } as const;
  await store.mismatches.put(
    {
      ...{ id: `mismatch-${municipality}-${expert}-2026-11-19`, municipality, expert },
      ...{ reportedOn: '2026-11-19', reportedBy: 'municipality' },
      versions: [{ ...from(office, '2026-11-20T02:00:00.000Z'), ...heard }],
    },
    'absent',
  );
  const writtenCase = withCaseVersion(
    undefined,
    { municipality, item: 'S3-1' },
    {
      texts: {
        ...{ title: '書かない窓口の試行', background: '転入の手続で同じことを何度も書いていた' },
        ...{ approach: '転入の手続を1枚にまとめた', effect: '待ち時間が短くなった', contact: '住民課' },
      },
      photos: [{ what: '窓口の様子', people: 'all' }],
      works: [{ what: '他市の様式', permission: '出典を記して使う許諾（2026-10-01）' }],
    },
    from(office, '2026-11-20T02:30:00.000Z'),
  );
  await store.cases.put(writtenCase, 'absent');
  const nominated = withNomination(undefined, { municipality, item: 'S3-1' }, '窓口の列が短くなった', {
    ...from(expert, '2026-11-19T03:00:00.000Z'),
  });
  await store.caseNominations.put(nominated, 'absent');
  const asked = from(officer, '2026-11-21T01:00:00.000Z');
  await store.caseQuestions.put(
    withCaseAnswer(
      { ...asked, id: `question-${asked.ask}`, case: writtenCase.id, municipality, text: '様式をいただけますか' },
      'お送りします',
      from(office, '2026-11-21T02:00:00.000Z'),
    ),
    'absent',
  );
  const told = {
    title: '書かない窓口の試行',
    sections: [{ label: '取組内容・工夫', text: '転入の手続を1枚にまとめた' }],
  };
  await store.materials.put(
    {
      ...{ id: `material-case-${municipality}-1`, sort: 'case', municipality, of: `case-${municipality}-1` },
      versions: [{ ...from(office, '2026-11-20T03:00:00.000Z'), version: 'v-0123456789abcdef', content: told }],
    },
    'absent',
  );
  await consentedTo(store, municipality, { officer, office });
  await store.incidents.put(
    {
      id: `incident-${municipality}-1`,
      steps: [
        {
          ...from(officer, '2026-11-20T04:00:00.000Z'),
          ...{ did: 'reported', text: '申請書の写しを別の町へ誤送信しました', facts: { municipality } },
        },
        {
          ...from(office, '2026-11-20T05:00:00.000Z'),
          ...{ did: 'added', text: '削除を確認しました', facts: { type: 'misdirected', personal: 'yes' } },
        },
      ],
    },
    'absent',
  );
  await plantShowing(store, municipality, officer);
  await staffed(store, { expert, office });
  await registered(store, office);
  await inquired(store, municipality, office);
  await initiated(store, municipality, officer);
  await plantFile(store, municipality, officer);
  await funded(store, municipality, { officer, office });
  await published(store, municipality, office);
  await plannedYear(store, office);
  await plantMonthlyReport(store, municipality, from(office, '2026-10-24T00:00:00.000Z'));
}
