import { findItem } from '../catalogue.ts';
import type { SeenContent } from '../consent/material.ts';
import type { Municipality } from '../municipality.ts';
import { type Case, type CaseContent, currentCase } from './case.ts';
import { caseFields } from './case-field.ts';

/**
 * What others would see of a case, whole. Blanks are left out; so is a photo without the consent of who is on it, and
 * what others have made without its 出典・許諾.
 */
export function caseContent(
  { item, versions }: Pick<Case, 'item' | 'versions'>,
  { name }: Pick<Municipality, 'name'>,
): SeenContent {
  const { content } = currentCase({ versions });
  const { title, size, ...texts } = content.texts;
  const field = findItem(item)?.name;
  return {
    title: title ?? `${field ?? item}の取組`,
    sections: [
      { label: '市町村（規模・人口）', text: size ? `${name}（${size}）` : name },
      { label: '分野（重点項目）', text: field ? `${item} ${field}` : item },
      ...caseFields.flatMap(({ name: part, label }) => {
        const text = part === 'title' || part === 'size' ? undefined : texts[part];
        return text ? [{ label, text }] : [];
      }),
      ...shownLines('写真', photosShown(content)),
      ...shownLines('他者の著作物（出典・許諾）', worksShown(content)),
    ],
  };
}

const shownLines = (label: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [{ label, text: lines.join('\n') }];

/** Only those of which everybody on it has agreed, or on which nobody is. */
const photosShown = ({ photos = [] }: CaseContent): readonly string[] =>
  photos.filter(({ people }) => people !== 'none').map(({ what }) => what);

const worksShown = ({ works = [] }: CaseContent): readonly string[] =>
  works.flatMap(({ what, permission }) => (permission ? [`${what}（${permission}）`] : []));
