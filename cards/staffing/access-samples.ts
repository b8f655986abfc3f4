import { ask } from '../../programme/asks.ts';
import { subcontractFields } from '../../programme/staffing/subcontract.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { pledgesCard } from './pledges.ts';
import { registerCard, registerForm } from './register.ts';
import {
  type SubcontractView,
  subcontractCard,
  subcontractFieldsCard,
  subcontractFileCard,
  subcontractForm,
  subcontractsCard,
  submitSubcontractCard,
  whichSubcontractCard,
} from './subcontract.ts';

const { officer, today } = example;
const content = {
  ...{ party: '株式会社まちの支援', representative: '支援 太郎', address: '長野県松本市丸の内1-1' },
  ...{ work: '3町村への訪問支援（月2回）と記録の作成', reason: '松本圏域に詳しい人材が要るため', amount: 1_200_000 },
  ...{ from: '2024-10-01', until: '2025-03-14', personalData: '有。担当者の氏名とメールのみ' },
  ...{ safeguards: '契約書に同じ義務を定め、誓約書を出す', supervision: '月1回の報告と、年1回の立入り' },
} as const;
const expert = (at: number) => ({
  ...{ ...officer, role: 'expert' as const, id: `member-8${at}`, office: content.party, municipalities: [] },
  ...{ name: `派遣 ${'一二三四五六七八'[at]}郎`, party: at % 2 === 0 ? content.party : '' },
  pledged: at === 0 ? ('none' as const) : '2024-08-15',
});
const view: SubcontractView = {
  ...{ id: 'subcontract-1', content, standing: '県の承諾 10/1(火)〜3/14(金)', tone: 'good', act: '6デ推第45号' },
  ...{ condition: '再々委託はしないこと', people: ['派遣 一郎さん'], isDraft: false, mayWrite: true, lacking: [] },
  version: 1,
};
const draft: SubcontractView = {
  ...{ ...view, standing: '下書き', tone: 'attention', act: undefined, condition: undefined },
  ...{ isDraft: true, people: [] },
};
const names = (first: boolean) => subcontractFields.flatMap((field) => (field.first === first ? [field.name] : []));
const add = { label: '権利留保物を足す', ask: ask('retained-rights', { begins: 'yes' }) } as const;
const register = {
  ...{ title: '権利留保物', about: '成果物に含まれ、権利がほかの方に残るものです。納品のときに県へ示します。', add },
  ...{ all: 2, page: 1, pages: 1, to: (page: number) => ask('retained-rights', { page }) },
  rows: [
    { title: '窓口の写真', detail: '権利者 写真 花子・使った場所 研修資料 第2回 の5ページ', change: undefined },
    { title: '庁内アンケートのひな形', detail: '権利者 ほかの県・使った場所 手順書の付録', change: undefined },
  ],
} as const;

/** Who may work on the programme, and the registers. */
export const accessSamples: Samples = {
  pledges: () =>
    pledgesCard({
      rows: Array.from({ length: 8 }, (_, at) => ({
        who: expert(at),
        lacks: at === 0 ? '秘密保持の誓約がありません' : undefined,
      })),
      ...{ all: 14, without: 1, page: 1, pages: 2, today, mayWrite: true },
    }),
  'pledges-all': () =>
    pledgesCard({
      rows: [{ who: expert(1), lacks: undefined }],
      ...{ all: 1, without: 0, page: 1, pages: 1, today, mayWrite: false },
    }),
  subcontract: () => subcontractCard(view),
  'subcontract-draft': () =>
    subcontractCard({ ...draft, content: { party: content.party }, lacking: names(true).slice(1) }),
  'subcontract-submit': () => submitSubcontractCard(draft),
  'subcontract-form': () => subcontractForm({ id: undefined, names: names(true), known: {} }),
  'subcontract-period': () =>
    subcontractForm({
      ...{ id: 'subcontract-1', names: ['until'], known: content },
      errors: { until: '終了日は、開始日の令和6年10月1日（火）か、それよりあとの日にしてください。' },
    }),
  'subcontract-fields': () => subcontractFieldsCard('subcontract-1', content),
  'subcontract-file': () => subcontractFileCard('subcontract-1', content.party, new Uint8Array([80, 75])),
  subcontracts: () =>
    subcontractsCard({ rows: [view, draft], page: 1, pages: 1, mayWrite: true, unnamed: ['有限会社ほか'] }),
  'subcontracts-none': () => subcontractsCard({ rows: [], page: 1, pages: 1, mayWrite: false, unnamed: [] }),
  'which-subcontract': () =>
    whichSubcontractCard('どの再委託を提出しますか。', [
      { ...draft, ask: ask('submit-subcontract', { subcontract: 'subcontract-1' }) },
      { ...draft, id: 'subcontract-2', ask: ask('submit-subcontract', { subcontract: 'subcontract-2' }) },
    ]),
  register: () => registerCard({ ...register, said: '「窓口の写真」を登録しました。' }),
  'register-none': () => registerCard({ ...register, rows: [], all: 0, add: undefined }),
  'register-form': () =>
    registerForm(
      '権利留保物',
      [
        { name: 'name', label: '権利留保物の名称' },
        { name: 'holder', label: '権利者' },
        { name: 'where', label: '使った場所', hint: '例: 研修資料 第2回 の5ページ' },
      ],
      {},
      add.ask,
    ),
};
