import { withBudgetAnswer, withTalk, withUse } from '../../programme/funding/funding-record.ts';
import { FundingTerms } from '../../programme/funding/funding-terms.ts';
import type { Provenance } from '../../programme/provenance.ts';
import { TalentProfile, talentProfileId } from '../../programme/talent/talent-profile.ts';
import { Training, trainingId } from '../../programme/talent/training.ts';
import type { Store } from '../../storage/collections.ts';

/** Plants the 財源 and 人材 of a municipality: one document of each of their kinds. */
export async function funded(
  store: Store,
  municipality: string,
  { officer, office }: { readonly officer: string; readonly office: string },
) {
  const from = (ask: string): Provenance => ({ by: officer, at: '2026-11-19T07:00:00.000Z', via: 'teams', ask });
  const of = { municipality, fiscalYear: 2026 };
  const terms = {
    ...{ funding: 'FN-19', year: 2027, name: '地域発 元気づくり支援金', funds: '地域づくりの事業', rate: '3/4' },
    ...{ cap: '', who: ['municipality'], from: '2027-01-12', until: '2027-02-12', window: '1月〜2月' },
    ...{ papers: ['事業計画書'], route: '地域振興局', note: '', checkedOn: '2026-11-16', checkedBy: office },
  };
  await store.fundingTerms.put(FundingTerms.parse(terms), 'absent');
  const use = { initiative: `initiative-2027-${municipality}-1`, funding: 'FN-07' };
  const considered = withUse(undefined, of, use, { state: 'considering' }, from('use-1'));
  const used = withUse(considered, of, use, { state: 'negotiating', general: 600, note: '要領を待つ' }, from('use-2'));
  const said = { day: '2026-11-18', division: 'DX推進課', result: '12月の要領を見て決める', ...use };
  const talked = withTalk(used, of, said, from('talk-1'));
  const answer = { question: 'request', answer: 'yes', note: '当初予算' } as const;
  await store.fundingRecords.put(withBudgetAnswer(talked, of, answer, from('answer-1')), 'absent');
  const row = { level: 'leader', target: '各課の推進リーダーの実習', planned: 8, when: '11月' } as const;
  const training = Training.parse({
    ...{ id: trainingId(of, 'row-1'), ...of },
    versions: [
      { ...from('row-1'), content: row },
      { ...from('row-2'), content: { ...row, done: 7, doneOn: '2026-11-17' } },
    ],
  });
  await store.trainings.put(training, 'absent');
  const content = {
    ...{ role: 'CIO補佐官', skills: '自治体の業務の見直しの経験', engagement: 'contract', days: '月4日', pay: 4800 },
    ...{ recruiting: '公募', when: '来年4月から' },
  };
  const profile = { id: talentProfileId(of, 'talent-1'), ...of, versions: [{ ...from('talent-1'), content }] };
  await store.talentProfiles.put(TalentProfile.parse(profile), 'absent');
}
