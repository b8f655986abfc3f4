import { ask } from '../../programme/asks.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import { type ChartContent, type ChartField, chartFields } from '../../programme/staffing/organization-chart.ts';
import type { OrganizationSheet } from '../../programme/staffing/organization-sheet.ts';
import {
  type Ask,
  type Button,
  buttons,
  type Card,
  card,
  type Field,
  facts,
  list,
  type Node,
  notice,
  offering,
  text,
} from '../card.ts';
import { fileNodes } from './file.ts';

export type OrganizationView = {
  readonly sheet: OrganizationSheet;
  /** Where it stands with the prefecture. */
  readonly standing: string;
  /** Whether it holds; a draft does not. */
  readonly holds: boolean;
  /** What is written waits for the prefecture: it is not handed in once more. */
  readonly isWaiting?: boolean;
  /** Everything; without it, only who works for one's own municipalities, and no private contact. */
  readonly whole: boolean;
  readonly mayWrite: boolean;
  /** What must be written before it can be handed in; empty where nothing is. */
  readonly lacking: readonly string[];
  /** The paper itself, where this is one and not what holds on a day. */
  readonly chart: string | undefined;
};

const orNobody = (names: readonly string[]): string => (names.length === 0 ? '未定' : names.join('、'));
/** Only what is written. */
const written = (pairs: readonly (readonly [string, string | undefined])[]): readonly (readonly [string, string])[] =>
  pairs.flatMap(([label, value]) => (value ? [[label, value] as const] : []));

/** 体制表, as of a day or as it is handed in. */
export function organizationCard(view: OrganizationView): Card {
  const { sheet, standing, holds, lacking, mayWrite } = view;
  const day = fullDate(sheet.day);
  return card(
    '体制表',
    `体制表 ${day}: ${standing}`,
    text(`${sheet.business}　${day}現在`, 'strong'),
    notice(holds ? 'good' : 'attention', standing),
    facts(...postFacts(view)),
    expertNodes(sheet),
    restNodes(view),
    mayWrite && lacking.length > 0 ? notice('attention', `提出までに書くこと: ${lacking.join('、')}`) : [],
    buttons(...nextButtons(view)),
  );
}

function postFacts({ sheet, whole }: OrganizationView): readonly (readonly [string, string])[] {
  const { content, responsible, pm, contact, staff } = sheet;
  const own = <T>(value: T): T | undefined => (whole ? value : undefined);
  return written([
    ['受託者', content.contractor],
    ['業務責任者', orNobody(responsible)],
    ['役職', own(content.position)],
    ['責任者の連絡先', own(content.reach)],
    ['PM', orNobody(pm)],
    ['PMの経歴', own(content.career)],
    ['同種業務の実績', own(content.experience)],
    ['連絡窓口', orNobody(contact)],
    ['電話', content.phone],
    ['メール', sheet.mail],
    ['受付時間', content.hours],
    ['事務局', own(staff.length > 0 ? staff.join('、') : undefined)],
  ]);
}

function expertNodes({ experts }: OrganizationSheet): readonly Node[] {
  if (experts.length === 0) return [text('派遣人材はいません。', 'quiet')];
  return [
    text('派遣人材', 'heading'),
    list(
      experts.map(({ name, expertise, towns, work }) => ({
        title: `${name}さん`,
        detail: [towns || '担当なし', work, expertise].filter((part) => part !== '').join('・'),
      })),
    ),
  ];
}

function restNodes(view: OrganizationView): readonly Node[] {
  if (!view.whole) return [text('担当の市町村に関わる方だけを表示しています。', 'quiet')];
  return [facts(...restFacts(view))];
}

function restFacts({ sheet: { content, parties } }: OrganizationView): readonly (readonly [string, string])[] {
  return written([
    ['再委託先', parties.map(({ name, document }) => `${name}（${document ?? '承諾番号なし'}）`).join('、')],
    ['緊急連絡', content.escalation],
    ['適用日', fullDate(content.day)],
  ]);
}

/** Every line of it beside the 派遣人材, as its reader sees them. */
export const organizationFacts = (view: OrganizationView): readonly (readonly [string, string])[] => [
  ...postFacts(view),
  ...(view.whole ? restFacts(view) : []),
];

function nextButtons(view: OrganizationView): readonly Button[] {
  const { sheet, mayWrite, whole, chart, lacking, holds, isWaiting = false } = view;
  const { day } = sheet;
  return [
    ...(mayWrite && !holds && !isWaiting && lacking.length === 0
      ? [{ label: '体制表を提出する', ask: ask('submit-organization'), look: 'primary' as const }]
      : []),
    ...(mayWrite ? [{ label: '体制表を書く', ask: ask('edit-organization') }] : []),
    ...(whole ? [{ label: '体制表（Word）', ask: ask('organization-file', chart ? { chart } : { day }) }] : []),
    ...(whole ? [{ label: '体制変更一覧', ask: ask('show-staffing-changes') }] : []),
  ];
}

/** As much as the inputs take. */
const LONGEST = 500;
const LINE = 100;
const SHORT: Readonly<Partial<Record<ChartField, number>>> = { position: 60, phone: 40, hours: 60 };

const HINTS: Readonly<Partial<Record<ChartField, string>>> = {
  position: '例: 取締役 公共事業部長',
  career: '例: 自治体の情報部門に10年',
  experience: '例: 県内市町村のDX支援業務のPM（前年度）',
  phone: '例: 026-000-0000',
  hours: '例: 平日 9:00-17:00',
  escalation: '例: 連絡窓口 → PM → 業務責任者',
};

type OrganizationForm = {
  /** What is asked for: what is still missing, or the one that is changed. */
  readonly names: readonly ChartField[];
  readonly known: Partial<ChartContent>;
};

/** What neither the roster nor the assignments know of a 体制表. */
export function organizationForm({ names, known }: OrganizationForm): Card {
  return card(
    '体制表編集',
    '体制表に書くことを入力してください。',
    text('体制表に書くこと', 'strong'),
    text('氏名・役目・派遣先・再委託先は、名簿と派遣決定から入ります。', 'quiet'),
    {
      kind: 'form',
      parts: [{ intro: [], fields: names.map((name) => fieldOf(name, known)) }],
      submit: '下書きにする',
      ask: ask('edit-organization'),
    },
  );
}

function fieldOf(name: ChartField, known: Partial<ChartContent>): Field {
  const base = { name, label: labelOf(name), required: false, value: known[name], hint: HINTS[name] };
  if (name === 'day') return { ...base, type: 'date' };
  const isLong = name === 'career' || name === 'experience' || name === 'escalation';
  return { ...base, type: 'text', maxLength: isLong ? LONGEST : (SHORT[name] ?? LINE), lines: isLong ? 'many' : 'one' };
}

const labelOf = (name: ChartField): string => chartFields.find((field) => field.name === name)?.label ?? '適用日';

/** Everything is written: which of it is to be another. */
export function organizationFieldsCard(known: Partial<ChartContent>): Card {
  const names: readonly ChartField[] = [...chartFields.map(({ name }) => name), 'day'];
  return offering(
    '体制表編集',
    '体制表のどこを直しますか。',
    text('どこを直しますか。', 'strong'),
    list(
      names.map((name) => ({
        title: labelOf(name),
        detail: name === 'day' && known.day ? fullDate(known.day) : (known[name] ?? 'まだありません'),
        ask: ask('edit-organization', { field: name }),
      })),
    ),
  );
}

/** Asked before it is handed in: what is in it is what the prefecture decides on. */
export function submitOrganizationCard(view: OrganizationView, meant: string): Card {
  const whole = organizationCard({ ...view, mayWrite: false });
  return {
    ...whole,
    title: '体制表を提出しますか',
    offers: true,
    body: [
      notice('attention', 'この内容で県に提出します。名簿にいても体制表にない方は、承認のあと使えません。'),
      ...whole.body.filter(({ kind }) => kind !== 'buttons'),
      buttons(
        { label: 'はい、提出する', ask: ask('submit-organization', { meant }), look: 'primary' },
        { label: '体制表を書く', ask: ask('edit-organization') },
      ),
    ],
  };
}

/** The paper to keep; without `file` where no file can be handed out. */
export function organizationFileCard(day: Day, content: Uint8Array, again: Ask): Card {
  const of = fullDate(day);
  return card(
    '体制表',
    `体制表 ${of}`,
    fileNodes(of, { name: `体制表 ${day}`, content, again }),
    buttons({ label: '体制表に戻る', ask: ask('show-organization', { day }) }),
  );
}
