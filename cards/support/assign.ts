import { ask } from '../../programme/asks.ts';
import type { Member } from '../../programme/member.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type AssignmentDecision, termName } from '../../programme/support/assign.ts';
import { type Card, card, type Field, type Node, notice, text } from '../card.ts';
import { themeChoice } from './themes.ts';

/** More experts than this are named, not listed. */
const MOST_LISTED = 20;

export type AssignForm = {
  readonly municipality: Municipality;
  /** Those that can be chosen. */
  readonly experts: readonly Member[];
  readonly expert: Member | undefined;
  /** Whose place is taken: named, and not among those that can be chosen. */
  readonly former?: Member | undefined;
  /** What stands, where the pair has an assignment already. */
  readonly known: AssignmentDecision | undefined;
  readonly given: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Why a name that was typed is nobody who could be chosen. */
  readonly unclear?: string | undefined;
};

const said = (given: unknown): string | undefined =>
  typeof given === 'string' || typeof given === 'number' ? String(given) : undefined;

/** The question who serves a municipality, from when until when, and why. */
export function assignForm(form: AssignForm): Card {
  const { municipality, expert, former, known, given, errors, unclear } = form;
  const wrong = [...(unclear ? [unclear] : []), ...Object.values(errors)];
  const intro: readonly Node[] = [
    text(`${municipality.name}${expert ? `　${expert.name}さん` : ''}`, 'strong'),
    text(known ? `今: ${termName(known)}・計画 ${known.planned ?? 0}日` : 'まだ決めていません。', 'quiet'),
    ...(former ? [text(`前任: ${former.name}さん`, 'quiet')] : []),
    ...(wrong.length > 0 ? [notice('attention', wrong.join('\n'))] : []),
  ];
  return card('派遣決定', `${municipality.name} 派遣決定${expert ? ` ${expert.name}さん` : ''}`, intro, {
    kind: 'form',
    parts: [{ intro: [], fields: [whoField(form), ...termFields(form), ...policyFields(form)] }],
    submit: '確かめる',
    ask: ask('assign', { ...given, municipality: municipality.code, ...(expert ? { expert: expert.id } : {}) }),
  });
}

const isSaid = ({ given, errors }: AssignForm, name: string): boolean => given[name] !== undefined && !errors[name];

function whoField({ experts, expert, given, errors }: AssignForm): Field {
  const base = {
    name: 'expert',
    label: '派遣人材',
    required: true,
    said: expert !== undefined && !errors['expert'],
    error: errors['expert'],
  };
  if (experts.length > MOST_LISTED)
    return { ...base, type: 'text', maxLength: 40, value: expert?.name ?? said(given['expert']) };
  const choices = experts.map(({ id, name, office }) => ({ value: id, label: `${name}（${office}）` }));
  return { ...base, type: 'choice', choices, value: expert?.id };
}

/** Of an assignment that stands, the first day and the planned days stay unless they are said. */
function termFields(form: AssignForm): readonly Field[] {
  const { known, given, errors } = form;
  const field = (name: 'from' | 'until' | 'planned' | 'agreed' | 'reason', label: string, stays = false) => ({
    name,
    label,
    required: !stays,
    error: errors[name],
    said: isSaid(form, name) || (stays && !errors[name]),
    value: said(given[name]) ?? (name === 'agreed' || name === 'reason' ? undefined : said(known?.[name])),
  });
  const stays = known !== undefined;
  return [
    { ...field('from', '開始日', stays), type: 'date' },
    { ...field('until', '終了日'), type: 'date' },
    { ...field('planned', '計画日数', stays), type: 'number', unit: '日' },
    { ...field('agreed', '県と協議した日'), type: 'date' },
    { ...field('reason', '理由'), type: 'text', maxLength: 200, hint: '例: 市町村の希望に沿うため' },
  ];
}

/** 支援方針; left out where a chat asks one by one and it was decided before. */
function policyFields({ known, given, errors }: AssignForm): readonly Field[] {
  const line = { type: 'text', required: false, maxLength: 200 } as const;
  const stays = known !== undefined;
  return [
    {
      ...themeChoice(said(given['themes']) ?? known?.themes?.join(',')),
      ...{ name: 'themes', label: 'テーマ（任意）', required: false },
      said: given['themes'] !== undefined || (stays && !errors['themes']),
      error: errors['themes'],
    },
    {
      ...line,
      name: 'sources',
      label: '支援方針の出典（任意）',
      hint: '例: 前年度の調査報告書',
      value: said(given['sources']) ?? known?.sources,
      said: given['sources'] !== undefined || stays,
      error: errors['sources'],
    },
  ];
}
