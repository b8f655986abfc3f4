import { heldChoices, visitTextLimits } from '../../programme/visits/inputs.ts';
import { type Ask, type Card, type Choice, card, type Field, type FormPart, type Node, notice, text } from '../card.ts';
import type { ActionRow, RowError } from '../meetings/minutes.ts';

/** What the fields of the form are filled with, by their names. */
export type FilledVisit = Readonly<Partial<Record<VisitFieldName, string>>>;
export type VisitFieldName =
  | 'day'
  | 'start'
  | 'end'
  | 'held'
  | 'items'
  | 'text'
  | 'place'
  | 'attended'
  | 'decisions'
  | 'problems'
  | 'next'
  | 'materials'
  | 'remark'
  | 'correction'
  | 'actions';

export type RecordForm = {
  readonly town: string;
  readonly ask: Ask;
  readonly given: FilledVisit;
  /** Known from the plan or said just now: where fields are asked one by one, these are not. */
  readonly known: ReadonlySet<VisitFieldName>;
  readonly errors: ReadonlyMap<VisitFieldName, string>;
  /** The items that are offered, the likely ones first. */
  readonly items: readonly Choice[];
  /** Who can be given 宿題, and how many rows for them there are. */
  readonly people: readonly Choice[];
  readonly rows: number;
  readonly actions?: readonly ActionRow[] | undefined;
  readonly actionErrors?: ReadonlyMap<number, RowError> | undefined;
  /** What stands already is changed: each part by itself, and none has to be gone through. */
  readonly isChange: boolean;
  /** Why it is changed has to be said. */
  readonly needsCorrection: boolean;
  /** Above the form: what somebody else has written meanwhile. */
  readonly said?: readonly Node[];
};

/** 訪問記録, prefilled: what is needed first, everything else may be left out. */
export function recordVisitForm(form: RecordForm): Card {
  const { town, errors, actionErrors, said = [] } = form;
  const wrong = [...errors.values(), ...[...(actionErrors?.values() ?? [])].map(({ problem }) => problem)];
  return card(
    '訪問記録',
    wrong.length > 0 ? `訪問記録: ${wrong.join(' ')}` : `${town} 訪問記録: 支援した内容を入力してください。`,
    text(town, 'strong'),
    said,
    wrong.length > 0 ? notice('attention', '入力を確かめてください。まだ記録していません。') : [],
    { kind: 'form', parts: partsOf(form), submit: '記録する', ask: form.ask },
  );
}

function partsOf(form: RecordForm): FormPart[] {
  const fields = [...needed(form), ...optional(form)];
  const rows = Array.from({ length: form.rows }, (_, at) => actionPart(at, form));
  return [...fields.map((field) => ({ intro: [], fields: [field] })), ...rows];
}

type Base = Pick<Field, 'name' | 'label' | 'required' | 'value' | 'error' | 'said'>;

function base(
  { given, known, errors, isChange }: RecordForm,
  name: VisitFieldName,
  label: string,
  needs = false,
): Base {
  return {
    ...{ name, label: needs || isChange ? label : `${label}（任意）`, required: needs && !isChange },
    ...{ value: given[name], error: errors.get(name), said: known.has(name) && given[name] !== undefined },
  };
}

function needed(form: RecordForm): Field[] {
  const of = (name: VisitFieldName, label: string) => base(form, name, label, true);
  const correction: Field[] = form.needsCorrection
    ? [
        {
          ...{ ...of('correction', '直す理由'), required: true },
          ...{ type: 'text', maxLength: visitTextLimits.short, hint: '確認済みの記録を直すときに残します' },
        },
      ]
    : [];
  return [
    ...correction,
    { ...of('day', '支援日'), type: 'date' },
    { ...of('start', '開始'), type: 'time' },
    { ...of('end', '終了'), type: 'time' },
    { ...of('held', '形態'), type: 'choice', choices: heldChoices },
    { ...of('items', '対象項目'), type: 'choice', choices: form.items, several: true },
    { ...of('text', '支援内容'), type: 'text', maxLength: visitTextLimits.text, lines: 'many' },
  ];
}

function optional(form: RecordForm): Field[] {
  const { short, other } = visitTextLimits;
  const line = (name: VisitFieldName, label: string, hint?: string): Field => ({
    ...{ ...base(form, name, label), type: 'text', maxLength: short, hint },
  });
  const lines = (name: VisitFieldName, label: string, hint?: string): Field => ({
    ...{ ...base(form, name, label), type: 'text', maxLength: other, lines: 'many', hint },
  });
  return [
    line('attended', '市町村側参加者', '所属・職名だけ（例: 総務課 課長）'),
    lines('decisions', '決定事項'),
    lines('problems', '課題'),
    line('next', '次回予定'),
    lines('remark', '所見', '事務局だけが見ます。市町村や県には出ません'),
    lines('materials', '作成・提供資料'),
    line('place', '場所'),
  ];
}

function actionPart(at: number, { people, actions, actionErrors }: RecordForm): FormPart {
  const given = actions?.[at];
  const wrong = actionErrors?.get(at);
  const of = (input: keyof ActionRow, label: string) => ({
    ...{ name: `actions.${at}.${input}`, label, required: false, value: given?.[input] },
    ...{ error: wrong?.input === input ? wrong.problem : undefined, said: given?.[input] !== undefined && !wrong },
  });
  const who: Field =
    people.length > 0
      ? { ...of('who', '担当'), type: 'choice', choices: people }
      : { ...of('who', '担当'), type: 'text', maxLength: 60, hint: '市町村名か氏名' };
  return {
    intro: [text(`次回までの宿題${at + 1}（任意）`, 'strong')],
    fields: [{ ...of('what', 'すること'), type: 'text', maxLength: 100 }, who, { ...of('by', '期限'), type: 'date' }],
  };
}
