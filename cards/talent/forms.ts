import { ask, type Given } from '../../programme/asks.ts';
import { choicesOf } from '../../programme/input-meta.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { engagementNames, type TalentContent } from '../../programme/talent/talent-profile.ts';
import { type TrainingContent, trainingLevelNames } from '../../programme/talent/training.ts';
import {
  type Ask,
  buttons,
  type Card,
  type Change,
  card,
  changes,
  type Field,
  type Node,
  notice,
  offering,
  text,
} from '../card.ts';
import { never } from '../understood.ts';

type Form<C, G> = {
  readonly municipality: Municipality;
  /** What stands. */
  readonly known: C | undefined;
  readonly given: G;
  readonly errors: ReadonlyMap<string, string>;
};

/** A field as a form fills it in: what is said now, else what stands. */
function filled(field: Field, said: unknown, standing: unknown, errors: ReadonlyMap<string, string>): Field {
  const value = said ?? standing;
  const error = errors.get(field.name);
  return {
    ...field,
    value: value === undefined || value === '' ? undefined : String(value),
    error,
    said: said !== undefined && error === undefined,
  };
}

function formCard(
  title: string,
  { municipality, known, errors }: Omit<Form<unknown, unknown>, 'given'>,
  fields: readonly Field[],
  asked: Ask,
): Card {
  const wrong = [...errors.values()];
  return card(
    title,
    `${municipality.name}　${title}: 内容を入力してください。`,
    wrong.length > 0 ? notice('attention', `${wrong.join('\n')}\nまだ記録していません。`) : [],
    text(municipality.name, 'strong'),
    known !== undefined ? text('変わったところだけ直してください。', 'quiet') : [],
    { kind: 'form', parts: [{ intro: [], fields }], submit: '記録する', ask: asked },
  );
}

/** A row of 育成・研修計画. */
export function trainingForm(form: Form<TrainingContent, Given<'edit-training'>>): Card {
  const { given, known, errors, municipality } = form;
  const fields: Field[] = [
    { name: 'level', label: '階層', required: true, type: 'choice', choices: choicesOf(trainingLevelNames) },
    {
      ...{ name: 'target', label: '対象・内容（氏名は書かない）', required: true, type: 'text', maxLength: 200 },
      hint: '例: 各課の係長、生成AIの使い方',
    },
    { name: 'planned', label: '人数（計画）', required: true, type: 'number', unit: '人' },
    { name: 'when', label: '時期', required: true, type: 'text', maxLength: 60, hint: '例: 11月、第3四半期' },
  ];
  const standing: Readonly<Record<string, unknown>> = known ?? {};
  const said: Readonly<Record<string, unknown>> = given;
  const own = fields.map((field) => filled(field, said[field.name], standing[field.name], errors));
  return formCard(
    known ? '研修計画を変える' : '研修を足す',
    form,
    own,
    ask('edit-training', { ...given, municipality: municipality.code }),
  );
}

/** 実績 of a row. */
export function trainingDoneForm(
  form: Form<TrainingContent, Given<'record-training'>> & { readonly known: TrainingContent },
): Card {
  const { given, known, errors, municipality } = form;
  const fields: Field[] = [
    { name: 'done', label: `受けた人数（計画 ${known.planned}人）`, required: true, type: 'number', unit: '人' },
    { name: 'day', label: '実施日', required: true, type: 'date' },
  ];
  const standing: Readonly<Record<string, unknown>> = { done: known.done, day: known.doneOn };
  const said: Readonly<Record<string, unknown>> = given;
  const own = fields.map((field) => filled(field, said[field.name], standing[field.name], errors));
  return formCard(
    '研修の実績',
    { ...form, known: known.done },
    own,
    ask('record-training', { ...given, municipality: municipality.code }),
  );
}

/** 要件書 of a talent from outside. */
export function talentForm(form: Form<TalentContent, Given<'edit-talent-profile'>>): Card {
  const { given, known, errors, municipality } = form;
  const line = (name: string, label: string, maxLength: number, hint: string, required = true): Field => ({
    ...{ name, label, required, type: 'text', maxLength, hint, lines: maxLength > 200 ? 'many' : 'one' },
  });
  const fields: Field[] = [
    line('role', '役割', 200, '例: CIO補佐官として全体方針を助言'),
    line('skills', 'スキル・経験', 500, '例: 自治体の業務の見直しの経験'),
    { name: 'engagement', label: '任用形態', required: true, type: 'choice', choices: choicesOf(engagementNames) },
    line('days', '日数', 60, '例: 月4日'),
    line('pay', '報酬（年、千円・任意）', 30, '例: 4,800 か 480万円', false),
    line('recruiting', '募集方法', 200, '例: 公募、外部人材リスト'),
    line('when', '時期', 60, '例: 来年4月から'),
  ];
  const standing: Readonly<Record<string, unknown>> = known ?? {};
  const said: Readonly<Record<string, unknown>> = given;
  const own = fields.map((field) => filled(field, said[field.name], standing[field.name], errors));
  const asked = ask('edit-talent-profile', { ...given, municipality: municipality.code });
  return formCard(known ? '要件書を変える' : '要件書を作る', form, own, asked);
}

/** More people than were planned: asked about once. */
export function moreThanPlannedCard(
  municipality: Municipality,
  known: TrainingContent,
  given: Given<'record-training'>,
): Card {
  const question = `計画は${known.planned}人です。実績を${given.done}人と記録しますか。`;
  return offering(
    '研修の実績',
    `${municipality.name}　${question}まだ記録していません。`,
    text(question, 'strong'),
    text(`${municipality.name}　${known.target}`, 'quiet'),
    text('まだ記録していません。', 'quiet'),
    buttons(
      {
        label: 'はい、記録する',
        look: 'primary',
        ask: ask('record-training', { ...given, municipality: municipality.code, sure: 'yes' }),
      },
      never,
    ),
  );
}

/** What was written, before → after. */
export const talentWritten = (sentence: string, lines: readonly Change[]): readonly Node[] =>
  lines.length > 0
    ? [notice('good', sentence), changes(lines)]
    : [notice('quiet', 'すでにそのとおりです。変わったところはありません。')];

type Removal = { readonly municipality: Municipality; readonly what: string; readonly of: Given<'remove-talent'> };

export function confirmTalentRemovalCard({ municipality, what, of }: Removal): Card {
  const question = `「${what}」を外しますか。まだ外していません。`;
  return offering(
    '外しますか',
    `${municipality.name}　${question}`,
    text(question, 'strong'),
    text(`${municipality.name}　外しても、書いた内容は残ります。あとで戻せます。`, 'quiet'),
    buttons({ label: 'はい、外す', look: 'danger', ask: ask('remove-talent', { ...of, sure: 'yes' }) }, never),
  );
}

export const talentRemoved = ({ what, of }: Omit<Removal, 'municipality'>, isBack: boolean): readonly Node[] => [
  notice('good', isBack ? `「${what}」を戻しました。` : `「${what}」を外しました。`),
  ...(isBack ? [] : [buttons({ label: '元に戻す', ask: ask('remove-talent', { ...of, back: 'yes' }) })]),
];
