import { fullDate } from '../day.ts';
import { thousandsText } from '../initiatives/cost.ts';
import type { Provenance } from '../provenance.ts';
import { engagementNames, type TalentContent } from './talent-profile.ts';
import { type TrainingContent, trainingLevelNames } from './training.ts';

type FieldOf<C> = { readonly name: string; readonly label: string; say(content: C): string };

/** The fields of a row of 育成・研修計画, in the order of the form. */
export const trainingFields: readonly FieldOf<TrainingContent>[] = [
  { name: 'level', label: '階層', say: ({ level }) => trainingLevelNames[level] },
  { name: 'target', label: '対象・内容', say: ({ target }) => target },
  { name: 'planned', label: '人数（計画）', say: ({ planned }) => `${planned}人` },
  { name: 'when', label: '時期', say: ({ when }) => when },
  { name: 'done', label: '人数（実績）', say: ({ done }) => (done === undefined ? '未報告' : `${done}人`) },
  { name: 'doneOn', label: '実施日', say: ({ doneOn }) => (doneOn === undefined ? '' : fullDate(doneOn)) },
];

/** The fields of 要件書, in the order of the form. */
export const talentFields: readonly FieldOf<TalentContent>[] = [
  { name: 'role', label: '役割', say: ({ role }) => role },
  { name: 'skills', label: 'スキル・経験', say: ({ skills }) => skills },
  { name: 'engagement', label: '任用形態', say: ({ engagement }) => engagementNames[engagement] },
  { name: 'days', label: '日数', say: ({ days }) => days },
  { name: 'pay', label: '報酬（年）', say: ({ pay }) => (pay === undefined ? '' : thousandsText(pay)) },
  { name: 'recruiting', label: '募集方法', say: ({ recruiting }) => recruiting },
  { name: 'when', label: '時期', say: ({ when }) => when },
];

/** Before → after of what differs; of something new, all that it says. */
export function talentChanges<C>(fields: readonly FieldOf<C>[], before: C | undefined, after: C) {
  return fields.flatMap(({ label, say }) => {
    const [was, is] = [before && say(before), say(after)];
    if (was === is || (before === undefined && (is === '' || is === '未報告'))) return [];
    return [{ what: label, ...(before === undefined ? {} : { before: was || '空欄' }), after: is || '空欄' }];
  });
}

type Versioned = { versions: (Provenance & { content: unknown })[] };

/** Adds a version. The same again, or a replay, changes nothing. */
export function withTalentVersion<T extends Versioned>(
  known: T,
  content: T['versions'][number]['content'],
  from: Provenance,
): T {
  const last = known.versions.at(-1)?.content;
  const isKnown = known.versions.some(({ ask }) => ask === from.ask);
  if (isKnown || JSON.stringify(sorted(last)) === JSON.stringify(sorted(content))) return known;
  return { ...known, versions: [...known.versions, { ...from, content }] };
}

const sorted = (content: unknown) => Object.entries(content ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
