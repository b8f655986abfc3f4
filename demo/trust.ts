import type { ProgrammeContent } from '../documents/workbook/content.ts';
import { type CaseContent, materialOfCase, withCaseVersion } from '../programme/cases/case.ts';
import { caseContent } from '../programme/cases/case-content.ts';
import { type ConsentOf, withAsking, withConsentAnswer } from '../programme/consent/consent.ts';
import { withMaterialVersion } from '../programme/consent/material.ts';
import { withHandedIn } from '../programme/consent/material-approval.ts';
import { addDays, type Day, dayOf, instantOf } from '../programme/day.ts';
import { withAct, withDecision } from '../programme/filing.ts';
import type { Duty } from '../programme/member.ts';
import type { Provenance } from '../programme/provenance.ts';
import { MEMBERS, type Store } from '../storage/collections.ts';
import { materialVersionOf, memberId } from '../storage/ids.ts';
import { HOME, OFFICE, OFFICER, PREFECTURE_OFFICER } from './programme.ts';

const idOf = (email: string): string => memberId({ email, name: '', office: '' });
const DUTIES: Readonly<Record<string, readonly Duty[]>> = {
  [OFFICE]: ['pm'],
  'office-2@office.example.jp': ['responsible'],
  'office-3@office.example.jp': ['contact'],
};

type Told = {
  readonly municipality: string;
  readonly item: string;
  readonly consenter: string;
  readonly texts: CaseContent['texts'];
};
const CASES: readonly Told[] = [
  {
    ...{ municipality: HOME, item: 'S3-1', consenter: OFFICER },
    texts: {
      title: '書かない窓口の試行',
      background: '転入のときに、同じことを4枚の紙に書いていただいていた。',
      approach: '窓口で聞き取り、1枚の確認書にまとめた。様式は3つの課で一緒に見直した。',
      structure: '総務課・住民課・税務課。派遣人材が月1回、一緒に確かめた。',
      effect: '1件あたりの時間が、40分から25分になった。',
      failure: 'はじめは課ごとに様式を直そうとして進まなかった。転入だけに絞って始めた。',
      advice: '1つの手続だけで始めると、ほかの課も加わりやすい。',
      contact: '総務課',
    },
  },
  {
    ...{ municipality: '203041', item: 'S1-3', consenter: 'lead-203041@town.example.jp' },
    texts: {
      title: '職員が作った全体方針',
      background: '方針の素案を外に頼むと、庁内で読まれないことが多かった。',
      approach: '若手の職員6人が3回集まり、困っていることから方針の柱を選んだ。',
      effect: '庁議で1回で決まり、各課の予算要求に使われている。',
      contact: '総務課',
    },
  },
];

/** 役目 of the roster, and two cases that everybody in the prefecture may see. */
export async function writeTrust(store: Store, content: ProgrammeContent, now: Date): Promise<void> {
  for (const { value, etag } of await store.members.list(MEMBERS)) {
    const isConsenter = value.role === 'municipal' && value.lead;
    const duties = isConsenter ? (['consenter'] as const) : (DUTIES[value.email ?? ''] ?? []);
    await store.members.put({ ...value, duties: [...duties] }, etag);
  }
  for (const told of CASES) await writeCase(store, told, { content, day: addDays(dayOf(now), -30) });
}

async function writeCase(
  store: Store,
  { municipality, item, consenter, texts }: Told,
  { content: { municipalities }, day }: { readonly content: ProgrammeContent; readonly day: Day },
): Promise<void> {
  const town = municipalities.find(({ code }) => code === municipality);
  if (!town) throw new Error(`no municipality ${municipality}`);
  const from = (email: string, daysLater: number): Provenance => ({
    ...{ by: idOf(email), at: instantOf(addDays(day, daysLater), '10:00').toISOString(), via: 'teams' },
    ask: `demo-trust-${municipality}-${daysLater}`,
  });
  const written = withCaseVersion(undefined, { municipality, item }, { texts }, from(OFFICE, 0));
  await store.cases.put(written, 'absent');
  const seen = caseContent(written, town);
  const version = materialVersionOf(seen);
  const id = materialOfCase(written.id);
  const of = { id, sort: 'case', municipality, of: written.id } as const;
  await store.materials.put(withMaterialVersion(undefined, of, { version, content: seen }, from(OFFICE, 0)), 'absent');
  const asked: ConsentOf = { municipality, material: id, version, scope: 'all' };
  const waiting = withAsking(undefined, asked, addDays(day, 14), from(OFFICE, 1), addDays(day, 1));
  const said = { verdict: 'approve', post: '総務課長' } as const;
  await store.consents.put(withConsentAnswer(waiting, said, from(consenter, 2), addDays(day, 2)), 'absent');
  const handed = withHandedIn(undefined, { municipality, material: id, version, scope: 'all' }, from(OFFICE, 1));
  const decided = withDecision(handed, { version: 1, verdict: 'approve' }, from(PREFECTURE_OFFICER, 3));
  const act = { version: 1, document: '架空第1号', day: addDays(day, 4) };
  await store.materialApprovals.put(withAct(decided, act, from(PREFECTURE_OFFICER, 4)), 'absent');
}
