import { ask } from '../../programme/asks.ts';
import type { ChartContent } from '../../programme/staffing/organization-chart.ts';
import type { OrganizationSheet } from '../../programme/staffing/organization-sheet.ts';
import type { ChangeContent, StaffingChange } from '../../programme/staffing/staffing-change.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { type ChangeForm, changeForm } from './change-form.ts';
import {
  type OrganizationView,
  organizationCard,
  organizationFieldsCard,
  organizationFileCard,
  organizationForm,
  submitOrganizationCard,
} from './organization.ts';
import {
  changeKindCard,
  staffingChangeCard,
  staffingChangesCard,
  staffingFileCard,
  submitStaffingCard,
  withdrawStaffingCard,
} from './staffing-change.ts';

const { today, town, programme } = example;
const content: ChartContent = {
  ...{ day: '2024-08-01', contractor: '信州DX伴走支援共同企業体', position: '取締役 公共事業部長' },
  ...{ reach: '090-0000-0000', career: '自治体の情報部門に10年、DX支援に5年', phone: '026-000-0000' },
  ...{ experience: '令和5年度 県内市町村のDX支援業務のPM', hours: '平日 9:00-17:00' },
  ...{ escalation: '連絡窓口 → PM → 業務責任者', people: [] },
};
const expert = { office: '派遣人材', expertise: 'S1-3 全体方針の決定', municipalities: [town.code], towns: town.name };
const sheet: OrganizationSheet = {
  ...{ business: programme.name, day: today, version: '第1版', content },
  ...{ responsible: ['北原 誠（事務局）'], pm: ['山田 太郎（事務局）'], contact: ['佐藤 花子（事務局）'] },
  ...{ staff: ['中村 健（事務局）'], mail: 'madoguchi@example.jp' },
  experts: [
    { ...expert, name: '柳沢 陽子', work: '計画 12日' },
    { ...expert, name: '小林 健一', municipalities: [], towns: '', expertise: '', work: '' },
  ],
  parties: [{ name: '有限会社みどり情報', document: '6デ推第40号' }],
};
const view: OrganizationView = {
  ...{ sheet, standing: '第1版 承認 8/5(月)（6デ推第12号）。', holds: true, whole: true, mayWrite: true },
  ...{ lacking: [], chart: undefined },
};
const draft: OrganizationView = {
  ...view,
  ...{ standing: '第2版 下書き。', holds: false, chart: 'chart-2024', lacking: ['PMの経歴'] },
};

const changed: ChangeContent = {
  ...{ kind: 'pm', before: { name: '山田 太郎' }, after: { name: '佐藤 花子' }, day: '2024-12-03' },
  ...{ reason: '人事異動のため', handover: '11月に2週間並走し、課題管理表と会議の予定を引き継ぐ' },
  ...{ career: '自治体DX支援のPMを3年', municipalities: [town.code] },
};
const written: StaffingChange = {
  id: 'staffing-example',
  versions: [{ ...example.from('change', 60), number: 1, content: changed }],
};
const submitted: StaffingChange = { ...written, submissions: [{ ...example.from('submit', 50), version: 1 }] };
const approved: StaffingChange = {
  ...submitted,
  decisions: [
    { ...example.from('decide', 40), version: 1, verdict: 'approve', condition: '並走の結果を月次報告に書くこと' },
  ],
  acts: [{ ...example.from('act', 30), version: 1, document: '6デ推第77号', day: today }],
};
const late: StaffingChange = {
  ...submitted,
  versions: [
    { ...example.from('change', 60), number: 1, content: { ...changed, day: '2024-10-10', late: '急な退職のため' } },
  ],
};
const shown = { today, best: '2024-11-01', towns: [town.name], unknown: [], mayWrite: true };
const form: ChangeForm = {
  ...{ kind: 'expert', given: {}, errors: {}, said: new Set<string>(), values: {}, due: undefined },
  people: [
    { value: 'member-1', label: '柳沢 陽子' },
    { value: 'member-2', label: '小林 健一' },
  ],
};

export const staffingSamples: Samples = {
  'organization-chart': () => organizationCard(view),
  'organization-draft': () => organizationCard(draft),
  'organization-for-expert': () => organizationCard({ ...view, whole: false, mayWrite: false }),
  'organization-form': () => organizationForm({ names: ['career', 'phone', 'day'], known: { day: content.day } }),
  'organization-fields': () => organizationFieldsCard(content),
  'organization-submit': () => submitOrganizationCard({ ...draft, lacking: [] }, 'print'),
  'organization-file': () =>
    organizationFileCard(today, new Uint8Array([80, 75, 3, 4]), ask('organization-file', { day: today })),
  'staffing-kind': () => changeKindCard({}),
  'staffing-form': () => changeForm(form),
  'staffing-form-late': () =>
    changeForm({
      ...form,
      values: { before: 'member-1', after: '佐藤 花子', day: '2024-10-10' },
      due: { sentence: '期限の9/9(月)を過ぎています。理由を添えて提出できます。', isLate: true },
      errors: { late: '10/10(木)の変更の期限は9/9(月)でした。期限後になった理由を入力してください。' },
    }),
  'staffing-draft': () => staffingChangeCard({ ...shown, change: written, unknown: ['佐藤 花子'] }),
  'staffing-submit': () => submitStaffingCard(written, staffingChangeCard({ ...shown, change: written })),
  'staffing-late': () => staffingChangeCard({ ...shown, change: late, mayWrite: false }),
  'staffing-approved': () => staffingChangeCard({ ...shown, change: approved }),
  'staffing-list': () =>
    staffingChangesCard({ changes: [written, late, approved], today, page: 1, pages: 1, mayWrite: true }),
  'staffing-withdraw': () => withdrawStaffingCard(submitted, today),
  'staffing-file': () => staffingFileCard(approved, new Uint8Array([80, 75, 3, 4])),
};
