import { addDays, dayOf, fiscalYearOf, instantOf } from '../programme/day.ts';
import { withBudgetAnswer, withTalk, withUse } from '../programme/funding/funding-record.ts';
import { termsFor } from '../programme/funding/funding-terms.ts';
import { termsBegun } from '../programme/funding/terms-change.ts';
import { initiativeId } from '../programme/initiatives/initiative-change.ts';
import { plannedYear } from '../programme/initiatives/open-initiatives.ts';
import type { Provenance } from '../programme/provenance.ts';
import { type TalentContent, talentProfileId } from '../programme/talent/talent-profile.ts';
import { type TrainingContent, trainingId } from '../programme/talent/training.ts';
import type { Store } from '../storage/collections.ts';
import { memberId } from '../storage/ids.ts';
import { HOME, OFFICE, OFFICER } from './programme.ts';

const idOf = (email: string): string => memberId({ email, name: '', office: '' });

const TRAININGS: readonly TrainingContent[] = [
  { level: 'manager', target: '管理職の勉強会（DXの目的と庁内の進め方）', planned: 15, when: '12月' },
  { level: 'leader', target: '各課の推進リーダーの実習', planned: 8, when: '第3四半期' },
  { level: 'staff', target: '生成AIの使い方とルール', planned: 40, when: '1月' },
];
const TALENT: TalentContent = {
  ...{ role: 'CIO補佐官として全体方針と工程表を助言', skills: '自治体の業務の見直しの経験', engagement: 'contract' },
  ...{ days: '月4日', pay: 4_800, recruiting: '公募', when: '来年4月から' },
};

/** What the fictional 小海町 has said of its 財源 and 人材, and one funding that the secretariat has confirmed. */
export async function writeMoney(store: Store, now: Date): Promise<void> {
  const today = dayOf(now);
  const fiscalYear = fiscalYearOf(today);
  const year = plannedYear(fiscalYear);
  const from = (what: string, daysAgo: number): Provenance => ({
    ...{ by: idOf(OFFICER), at: instantOf(addDays(today, -daysAgo), '10:00').toISOString(), via: 'teams' },
    ask: `demo-money-${what}`,
  });
  const known = termsFor('FN-07', year, []);
  if (known) {
    const days = { from: addDays(today, 30), until: addDays(today, 75), checkedOn: addDays(today, -3) };
    const terms = { ...termsBegun(known, year), rate: '1/2', cap: '1億円', ...days, checkedBy: idOf(OFFICE) };
    await store.fundingTerms.put(terms, 'absent');
  }
  const of = { municipality: HOME, fiscalYear };
  const planned = (at: number) => initiativeId({ municipality: HOME, year, key: `demo-${at}` });
  const use = { initiative: planned(1), funding: 'FN-07' };
  const begun = withUse(undefined, of, use, { state: 'considering' }, from('use-1', 20));
  const used = withUse(begun, of, use, { state: 'negotiating' }, from('use-2', 6));
  const second = { initiative: planned(2), funding: 'FN-08' };
  const both = withUse(used, of, second, { state: 'considering', note: '財政課と起債の枠を確認中' }, from('use-3', 5));
  const talk = { day: addDays(today, -6), division: 'DX推進課', result: '要領が出たら、もう一度相談する', ...use };
  const talked = withTalk(both, of, talk, from('talk', 6));
  await store.fundingRecords.put(
    withBudgetAnswer(talked, of, { question: 'request', answer: 'yes' }, from('answer', 30)),
    'absent',
  );
  for (const [at, content] of TRAININGS.entries()) {
    const id = trainingId(of, `demo-${at + 1}`);
    const done = at === 1 ? [{ ...from('done', 2), content: { ...content, done: 7, doneOn: addDays(today, -4) } }] : [];
    await store.trainings.put({ id, ...of, versions: [{ ...from(`row-${at}`, 25), content }, ...done] }, 'absent');
  }
  const id = talentProfileId(of, 'demo-1');
  await store.talentProfiles.put({ id, ...of, versions: [{ ...from('talent', 15), content: TALENT }] }, 'absent');
}
