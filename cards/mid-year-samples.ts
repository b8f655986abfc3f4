import { ask } from '../programme/asks.ts';
import type { Member } from '../programme/member.ts';
import { invitationLetter } from '../programme/people/invitation.ts';
import type { SettingChange } from '../programme/setting-change.ts';
import type { Card } from './card.ts';
import * as example from './example.ts';
import { itemPlansCard, planForm } from './progress/item-plans.ts';
import { kpiTargetsCard, targetForm } from './progress/kpi-targets.ts';
import { changeMemberCard, memberCard, rosterCard } from './roster/roster.ts';
import { rosterRefused, whichMember } from './roster/which-member.ts';
import { closuresCard } from './set-up/closures.ts';
import { slotsCard } from './set-up/slots.ts';
import {
  alreadySoCard,
  changeLogCard,
  changeUndoneCard,
  confirmChangeCard,
  settingChangedCard,
  undoChangeCard,
} from './setting-change.ts';

const { town, officer, programme } = example;
const { fiscalYear } = programme;
const lines = [{ what: 'S1-3 期限', before: '令和6年12月6日（金）', after: '令和6年12月20日（金）' }];
const change: SettingChange = {
  by: officer.id,
  at: example.now.toISOString(),
  via: 'teams',
  ask: 'x',
  title: '期限変更 S1-3 全体方針の決定',
  municipality: town.code,
  lines,
  parts: [],
  reason: '議会の日程が変わったため',
  agreed: '2024-11-01',
};
const about = { title: change.title, municipality: town, lines };
const [, record] = example.withRecord('S1-3');
const [kpi, kpiRecord] = example.kpiPairs[0] as (typeof example.kpiPairs)[number];
const person = (at: number): Member => ({
  ...officer,
  id: `member-${at}`,
  name: `山田 ${'一二三四五六七八'[at]}郎`,
  lead: at === 0,
});
const eight = Array.from({ length: 8 }, (_, at) => ({ who: person(at), towns: town.name }));
const nine = { page: 1, pages: 3 } as const;
const letter = invitationLetter({ ...officer, code: 'ACDEFGHJ', expires: '2024-11-20T01:00:00.000Z' });

/** What the secretariat sees when something is changed in the middle of the year. */
export const midYearSamples: Readonly<Record<string, () => Card>> = {
  'confirm-change': () =>
    confirmChangeCard({
      ...about,
      notes: ['令和6年12月20日（金）は閉庁日です。'],
      reason: change.reason,
      agreed: change.agreed,
      again: false,
      yes: ask('change-item-plan', { item: 'S1-3', due: '2024-12-20', meant: 'x' }),
    }),
  'setting-changed': () =>
    settingChangedCard({
      ...about,
      notes: ['次の文面を、ご本人だけが読むところへ送ってください。', letter],
      change: 'x',
      next: [{ label: '取組を見る', ask: ask('show-item-plans') }],
    }),
  'already-so': () => alreadySoCard(change.title, town),
  'undo-change': () => undoChangeCard(change, '市町村の報告を取り消すときは「取消 小海町」のように送ってください。'),
  'change-undone': () => changeUndoneCard(change),
  changes: () =>
    changeLogCard({
      changes: ['x', 'y', 'z'].map((id) => ({ ...change, ask: id, name: officer.name, mine: id === 'x' })),
      ...nine,
    }),
  roster: () => rosterCard({ people: eight, all: 150, page: 2, pages: 19, municipality: undefined }),
  member: () => memberCard({ who: officer, towns: town.name, last: { change, name: '高橋 誠' } }),
  'member-form': () =>
    changeMemberCard({ who: officer, towns: town.name, errors: { email: 'メールアドレスとして読めません。' } }),
  'which-member': () =>
    whichMember(
      '山田',
      eight.map(({ who, towns }) => ({ who, towns, ask: ask('remove-member', { member: who.id }) })),
    ),
  'roster-refused': () =>
    rosterRefused('小海町の主担当がいなくなります。先に「担当変更 小海町 氏名」で次の主担当を決めてください。'),
  'item-plans': () =>
    itemPlansCard({
      municipality: town,
      fiscalYear,
      ...nine,
      rows: ['S0-1', 'S0-2', 'S0-3', 'S0-4', 'S1-1', 'S1-2', 'S1-3', 'S2-1', 'S3-1'].map((id) => {
        const [item, own] = example.withRecord(id);
        return { item, record: own, last: id === 'S1-3' ? change : undefined };
      }),
    }),
  'item-plan-form': () =>
    planForm({
      municipality: town,
      item: example.item,
      record,
      fiscalYear,
      given: { due: '2026-12-20' },
      errors: { due: '令和8年12月20日（日）は令和6年度の日付ではありません。' },
    }),
  'kpi-targets': () =>
    kpiTargetsCard({
      municipality: town,
      rows: example.kpiPairs.slice(0, 9).map(([one, own]) => ({ kpi: one, record: own })),
      ...nine,
    }),
  'kpi-target-form': () =>
    targetForm({
      municipality: town,
      kpi,
      record: kpiRecord,
      given: { target: '180' },
      choices: undefined,
      errors: { target: '「180」はK0-03 DX基礎研修受講率の値にできません。0から100までの数を書いてください。' },
    }),
  closures: () =>
    closuresCard({
      rows: Array.from({ length: 9 }, (_, at) => ({
        closure: { day: `2024-12-${10 + at}`, whom: at % 2 === 0 ? town.code : 'all', reason: '議会対応' },
        whom: at % 2 === 0 ? town.name : '全体',
      })),
      ...nine,
    }),
  slots: () => slotsCard(programme, undefined),
};
