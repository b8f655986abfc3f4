import { ask } from '../../programme/asks.ts';
import { findItem } from '../../programme/catalogue.ts';
import { fiscalYearName } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type NeedsSaid, type NeedsVersion, needsFields } from '../../programme/support/support-needs.ts';
import { buttons, type Card, card, type Field, facts, type Node, notice, text } from '../card.ts';
import { themeChoice } from './themes.ts';

export type NeedsForm = {
  readonly municipality: Municipality;
  readonly fiscalYear: number;
  /** What stands. */
  readonly known: NeedsVersion | undefined;
  readonly given: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
};

const HINTS: Readonly<Partial<Record<keyof NeedsSaid, string>>> = {
  problems: '例: 全体方針はあるが、庁内の体制が決まらない',
  goal: '例: 推進体制を決め、要綱を作る',
  mode: '例: 月1回、火曜か木曜に対面',
  skills: '例: 自治体の実務経験、BPRの進め方',
  limits: '例: LGWANのみ、チャットは不可、会議室は2階',
};

const said = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined);
const standing = (known: NeedsVersion | undefined, name: keyof NeedsSaid): string | undefined =>
  name === 'themes' ? known?.themes.join(',') : known?.[name];

/** 派遣マッチング票: what a municipality wishes for this year; what stands is filled in. */
export function needsForm({ municipality, fiscalYear, known, given, errors }: NeedsForm): Card {
  const wrong = Object.values(errors);
  const intro: readonly Node[] = [
    text(`${municipality.name}　${fiscalYearName(fiscalYear)}の派遣の希望`, 'strong'),
    ...(wrong.length > 0
      ? [notice('attention', wrong.join('\n'))]
      : [text(known ? '変わったところだけ直してください。' : '事務局が、派遣先を決めるときに使います。', 'quiet')]),
  ];
  const fields = needsFields.map(({ name, label, required, maxLength }): Field => {
    const value = said(given[name]) ?? standing(known, name);
    const base = {
      ...{ name, label: required ? label : `${label}（任意）`, required, hint: HINTS[name], error: errors[name] },
      said: given[name] !== undefined && !errors[name],
    };
    if (name === 'themes') return { ...base, ...themeChoice(value) };
    return { ...base, type: 'text', maxLength, value, lines: maxLength > 200 ? 'many' : 'one' };
  });
  return card('派遣の希望', `${municipality.name} 派遣の希望`, intro, {
    kind: 'form',
    parts: [{ intro: [], fields }],
    submit: '事務局に届ける',
    ask: ask('set-needs', { ...given, municipality: municipality.code }),
  });
}

/** What was kept, in the words of the form. */
export function needsKeptCard(municipality: Municipality, fiscalYear: number, needs: NeedsVersion): Card {
  const rows = needsFields.flatMap(({ name, label }) => {
    const value = name === 'themes' ? needs.themes.map(themeName).join('、') : needs[name];
    return value ? [[label, value] as const] : [];
  });
  return card(
    '派遣の希望',
    `${municipality.name} ${fiscalYearName(fiscalYear)}の派遣の希望を記録しました。`,
    notice('good', `${fiscalYearName(fiscalYear)}の派遣の希望を記録しました。`),
    text(municipality.name, 'quiet'),
    facts(...rows),
    text('派遣先と期間は、事務局が県と協議して決めます。', 'quiet'),
    buttons(
      { label: '希望を直す', ask: ask('set-needs', { municipality: municipality.code }) },
      { label: '派遣を見る', ask: ask('show-dispatch', { municipality: municipality.code }) },
    ),
  );
}

const themeName = (id: string): string => `${id} ${findItem(id)?.short ?? ''}`.trim();
