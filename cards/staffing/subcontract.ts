import { ask } from '../../programme/asks.ts';
import { fullDate, shortDate } from '../../programme/day.ts';
import {
  type SubcontractContent,
  type SubcontractField,
  subcontractFields,
} from '../../programme/staffing/subcontract.ts';
import {
  type Button,
  buttons,
  type Card,
  card,
  type Field,
  facts,
  list,
  notice,
  offering,
  type Tone,
  text,
} from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { fileNodes } from './file.ts';

export type SubcontractView = {
  readonly id: string;
  readonly content: SubcontractContent;
  /** Where it stands with the prefecture, and since when it is allowed. */
  readonly standing: string;
  readonly tone: Tone;
  /** 承諾番号, or that it has not come. */
  readonly act: string | undefined;
  /** Conditions of the 承諾, or what must change. */
  readonly condition: string | undefined;
  /** Who of the roster is of the party. */
  readonly people: readonly string[];
  readonly isDraft: boolean;
  readonly mayWrite: boolean;
  readonly lacking: readonly SubcontractField[];
  readonly version: number;
};

const labelOf = (name: SubcontractField): string =>
  subcontractFields.find((field) => field.name === name)?.label ?? name;

function subcontractValue(content: SubcontractContent, name: SubcontractField): string | undefined {
  const value = content[name];
  if (value === undefined) return undefined;
  if (name === 'amount') return `${value.toLocaleString('ja-JP')}円`;
  return name === 'from' || name === 'until' ? fullDate(String(value)) : String(value);
}

/** What is written of it. */
const rowsOf = (content: SubcontractContent): readonly (readonly [string, string])[] =>
  subcontractFields.flatMap(({ name, label }) => {
    const value = subcontractValue(content, name);
    return value === undefined ? [] : [[label, value] as const];
  });

/** One 再委託, whole. */
export function subcontractCard(view: SubcontractView): Card {
  const { content, standing, tone, act, condition, people, lacking, mayWrite } = view;
  return card(
    '再委託',
    `再委託 ${content.party}: ${standing}`,
    text(content.party, 'strong'),
    notice(tone, standing),
    condition ? facts(['承諾の条件・理由', condition]) : [],
    facts(...rowsOf(content), ...(act ? [['承諾番号', act] as const] : [])),
    text(people.length > 0 ? `名簿にいる方: ${people.join('、')}` : NOBODY, 'quiet'),
    mayWrite && lacking.length > 0 ? notice('attention', `提出までに書くこと: ${lacking.map(labelOf).join('、')}`) : [],
    buttons(...nextButtons(view)),
  );
}

const NOBODY =
  '名簿に、「再委託先」がこの名称の方はいません。承諾のあと使えるのは、名簿に同じ名称で書かれた方だけです。';

function nextButtons({ id: subcontract, lacking, mayWrite, isDraft }: SubcontractView): readonly Button[] {
  const isReady = lacking.length === 0;
  return [
    ...(mayWrite && isDraft && isReady
      ? [{ label: '再委託を提出する', ask: ask('submit-subcontract', { subcontract }), look: 'primary' as const }]
      : []),
    ...(mayWrite
      ? [{ label: isReady ? '再委託を直す' : '続きを書く', ask: ask('edit-subcontract', { subcontract }) }]
      : []),
    ...(isReady ? [{ label: '承諾申請書（Word）', ask: ask('subcontract-file', { subcontract }) }] : []),
    { label: '再委託一覧', ask: ask('show-subcontracts') },
  ];
}

/** Asked before it is handed in. */
export function submitSubcontractCard(view: SubcontractView): Card {
  const whole = subcontractCard({ ...view, mayWrite: false });
  return {
    ...whole,
    title: '再委託を提出しますか',
    offers: true,
    body: [
      notice('attention', 'この内容で、県の承諾を求めて提出します。承諾があるまで、この再委託先の方は使えません。'),
      ...whole.body.filter(({ kind }) => kind !== 'buttons'),
      buttons(
        {
          label: 'はい、提出する',
          ask: ask('submit-subcontract', { subcontract: view.id, seen: view.version }),
          look: 'primary',
        },
        { label: '再委託を直す', ask: ask('edit-subcontract', { subcontract: view.id }) },
      ),
    ],
  };
}

export type SubcontractForm = {
  readonly id: string | undefined;
  readonly names: readonly SubcontractField[];
  readonly known: Partial<SubcontractContent>;
  readonly errors?: Readonly<Partial<Record<SubcontractField, string>>>;
  /** What was said just now and goes along. */
  readonly said?: Partial<SubcontractContent>;
};

const LONG: readonly SubcontractField[] = ['work', 'reason', 'personalData', 'safeguards', 'supervision'];
const LENGTHS: Readonly<Partial<Record<SubcontractField, number>>> = { party: 60, representative: 60, address: 120 };

export function subcontractForm({ id, names, known, errors = {}, said = {} }: SubcontractForm): Card {
  const fields = names.map((name): Field => {
    const base = { name, label: labelOf(name), required: name !== 'amount', error: errors[name] };
    const value = known[name] === undefined ? undefined : String(known[name]);
    if (name === 'amount') return { ...base, value, type: 'number', unit: '円' };
    if (name === 'from' || name === 'until') return { ...base, value, type: 'date' };
    const isLong = LONG.includes(name);
    return { ...base, value, type: 'text', maxLength: LENGTHS[name] ?? 500, lines: isLong ? 'many' : 'one' };
  });
  return card(
    '再委託',
    '再委託について入力してください。',
    text(known.party ?? '新しい再委託', 'strong'),
    text('書いたところまで下書きになります。提出するまで県には届きません。', 'quiet'),
    {
      kind: 'form',
      parts: [{ intro: [], fields }],
      submit: '下書きにする',
      ask: ask('edit-subcontract', { ...said, ...(id ? { subcontract: id } : {}) }),
    },
  );
}

/** Everything is written: which of it is to be another. */
export function subcontractFieldsCard(id: string, content: SubcontractContent): Card {
  return offering(
    '再委託を直す',
    `再委託 ${content.party} のどこを直しますか。`,
    text(content.party, 'strong'),
    text('どこを直しますか。直すと新しい版になり、もう一度提出するまで今の承諾が続きます。', 'plain'),
    list(
      subcontractFields.map(({ name, label }) => ({
        title: label,
        detail: subcontractValue(content, name) ?? 'まだありません',
        ask: ask('edit-subcontract', { subcontract: id, field: name }),
      })),
    ),
  );
}

export type SubcontractRow = Pick<SubcontractView, 'id' | 'content' | 'standing' | 'tone'>;
export type SubcontractsView = {
  readonly rows: readonly SubcontractRow[];
  readonly page: number;
  readonly pages: number;
  readonly mayWrite: boolean;
  /** Parties of the roster that no 再委託 names. */
  readonly unnamed: readonly string[];
};

export function subcontractsCard({ rows, page, pages, mayWrite, unnamed }: SubcontractsView): Card {
  const told = rows.length === 0 ? '再委託はまだありません。' : '再委託の一覧です。';
  return card(
    '再委託一覧',
    told,
    text(told, rows.length === 0 ? 'plain' : 'strong'),
    unnamed.length > 0 ? notice('attention', `名簿にあり、承諾の申請がない再委託先: ${unnamed.join('、')}`) : [],
    list(
      rows.map(({ id, content, standing, tone }) => ({
        title: content.party,
        detail: standing.startsWith('県の承諾') ? standing : [period(content), standing].filter(Boolean).join('・'),
        tone,
        ask: ask('show-subcontracts', { subcontract: id }),
      })),
    ),
    buttons(
      ...pageButtons(page, pages, (to) => ask('show-subcontracts', { page: to })),
      ...(mayWrite ? [{ label: '再委託を書く', ask: ask('edit-subcontract') }] : []),
    ),
  );
}

const period = ({ from, until }: SubcontractContent): string =>
  from && until ? `${shortDate(from)}〜${shortDate(until)}` : '';

/** Which of several is meant. */
export function whichSubcontractCard(
  question: string,
  rows: readonly (SubcontractRow & { ask: Button['ask'] })[],
): Card {
  return offering(
    '再委託',
    question,
    text(question, 'strong'),
    list(rows.map(({ content, standing, ask: asked }) => ({ title: content.party, detail: standing, ask: asked }))),
  );
}

/** The letter to keep; without `file` where no file can be handed out. */
export function subcontractFileCard(id: string, party: string, content: Uint8Array): Card {
  const again = ask('subcontract-file', { subcontract: id });
  const title = '再委託承諾申請書';
  const back = { label: '再委託に戻る', ask: ask('show-subcontracts', { subcontract: id }) };
  const file = { name: `${title} ${party}`, content, again };
  return card(title, `${title} ${party}`, fileNodes(party, file), buttons(back));
}
