import { ask } from '../../programme/asks.ts';
import { type ChangeKind, changeKindNames, hasAfter, hasBefore } from '../../programme/staffing/staffing-change.ts';
import { type Card, type Choice, card, type Field, type Node, notice, text } from '../card.ts';

/** More people than this are named, not listed. */
const MOST_LISTED = 20;

export type ChangeFormField = 'before' | 'after' | 'day' | 'reason' | 'handover' | 'municipalities' | 'late' | 'career';

export type ChangeForm = {
  readonly kind: ChangeKind;
  /** Who can be meant by 変更前. */
  readonly people: readonly Choice[];
  /** As it is known: said just now, or standing in the draft. */
  readonly values: Readonly<Partial<Record<ChangeFormField, string>>>;
  /** What was said just now, and is not asked again where fields are asked one by one. */
  readonly said: ReadonlySet<string>;
  readonly errors: Readonly<Partial<Record<ChangeFormField, string>>>;
  /** 期限 for a change of this day, where one is known; `isLate` where it is over. */
  readonly due: { readonly sentence: string; readonly isLate: boolean } | undefined;
  readonly given: Readonly<Record<string, unknown>>;
};

/** The question what changes: a 下書き, which goes to nobody before it is handed in. */
export function changeForm(form: ChangeForm): Card {
  const { kind, errors, due, given } = form;
  const wrong = Object.values(errors);
  const intro: readonly Node[] = [
    text(changeKindNames[kind], 'strong'),
    ...(due ? [text(due.sentence, 'quiet')] : []),
    ...(wrong.length > 0
      ? [notice('attention', wrong.join('\n'))]
      : [text('下書きになります。県へは「提出する」を押すまで届きません。', 'quiet')]),
  ];
  return card('体制変更', `体制変更（${changeKindNames[kind]}）の内容を入力してください。`, intro, {
    kind: 'form',
    parts: [{ intro: [], fields: fieldsOf(form) }],
    submit: '下書きにする',
    ask: ask('change-staffing', { ...given, kind }),
  });
}

function fieldsOf(form: ChangeForm): readonly Field[] {
  const { kind, due } = form;
  const field = (name: ChangeFormField, label: string, required = true) => ({
    ...{ name, label: required ? label : `${label}（任意）`, required, value: form.values[name] },
    ...{ error: form.errors[name], said: form.said.has(name) && form.errors[name] === undefined },
  });
  const long = { type: 'text', lines: 'many' } as const;
  return [
    ...(hasBefore(kind) ? [beforeField(field('before', '変更前の方'), form.people)] : []),
    ...(hasAfter(kind)
      ? [
          {
            ...field('after', '変更後の方'),
            type: 'text' as const,
            maxLength: 40,
            hint: '名簿の氏名か、新しい方の氏名',
          },
        ]
      : []),
    { ...field('day', '変更予定日'), type: 'date' },
    { ...field('reason', '変更理由'), type: 'text', maxLength: 300 },
    { ...field('handover', '業務への影響と引継ぎ計画'), ...long, maxLength: 1000 },
    ...(kind === 'pm' || kind === 'contact'
      ? []
      : [townsField(field('municipalities', '影響する市町村', false), kind)]),
    ...(due?.isLate ? [{ ...field('late', '期限後になった理由'), ...long, maxLength: 300 }] : []),
    ...(hasAfter(kind) ? [careerField(field('career', '変更後の方の経歴・資格・実績', false))] : []),
  ];
}

type Base = Pick<Field, 'name' | 'label' | 'required' | 'value' | 'error'> & { readonly said: boolean };

const beforeField = (base: Base, people: readonly Choice[]): Field =>
  people.length > MOST_LISTED ? { ...base, type: 'text', maxLength: 40 } : { ...base, type: 'choice', choices: people };

/** Of who goes, the municipalities they serve are known: where fields are asked one by one, only who comes is asked. */
const townsField = (base: Base, kind: ChangeKind): Field => ({
  ...{ ...base, type: 'text', maxLength: 400, said: base.said || kind !== 'addition' },
  hint: kind === 'addition' ? '市町村名を「、」で区切って' : '空けておくと、変更前の方の担当の市町村です',
});

const careerField = (base: Base): Field => ({ ...base, type: 'text', lines: 'many', maxLength: 500 });
