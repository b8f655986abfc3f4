import { ask } from '../../programme/asks.ts';
import { type Case, type CaseContent, currentCase, photoConsentNames } from '../../programme/cases/case.ts';
import { blankFields, type CaseFieldName, caseFields, lackingFields } from '../../programme/cases/case-field.ts';
import { shortMoment } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { itemName } from '../../programme/shown.ts';
import { type Button, buttons, type Card, card, list, type Node, notice, type Row, text } from '../card.ts';
import { excerpt } from '../excerpt.ts';

export type CaseWork = {
  readonly one: Case;
  readonly municipality: Municipality;
  /** Who wrote the last version. */
  readonly by: string;
  /** How it stands with consent, a line each; empty while nobody can be asked. */
  readonly standing: readonly string[];
  /** What can be done about consent. */
  readonly consent: readonly Button[];
  readonly said?: readonly Node[];
};

/** A case as the secretariat writes it: every part of FM-16, with what is still blank. For 1:1 chats with the secretariat only. */
export function caseWorkCard({ one, municipality, by, standing, consent, said = [] }: CaseWork): Card {
  const { content, number, at } = currentCase(one);
  const title = content.texts.title ?? itemName(one.item);
  const lacking = lackingFields(content.texts);
  const blanks = blankFields(content.texts);
  return card(
    '事例を書く',
    `${municipality.name}　${title}`,
    said,
    text(`${municipality.name}　${title}`, 'strong'),
    text(`${itemName(one.item)}　第${number}版 ${shortMoment(new Date(at))} ${by}`, 'quiet'),
    lacking.length > 0
      ? notice('attention', `承諾を依頼する前に埋めるところ: ${lacking.map(({ label }) => label).join('、')}`)
      : [],
    list(rowsOf(one)),
    standing.map((line) => text(line, 'quiet')),
    buttons(
      ...(blanks.length > 0
        ? [
            {
              label: `空欄を埋める（${blanks.length}）`,
              look: 'primary' as const,
              ask: ask('edit-case', { case: one.id, section: 'blanks', seen: number }),
            },
          ]
        : []),
      ...consent,
      ...(lacking.length === 0 ? [{ label: '見え方を確かめる', ask: ask('find-cases', { case: one.id }) }] : []),
      { label: '事例シート（Word）', ask: ask('case-file', { case: one.id }) },
      { label: '事例候補', ask: ask('show-case-candidates') },
    ),
  );
}

function rowsOf(one: Case): Row[] {
  const { number: seen, content } = currentCase(one);
  const opens = (section: 'photos' | 'works' | CaseFieldName) => ask('edit-case', { case: one.id, section, seen });
  const texts = caseFields.map(({ name, label, required }): Row => {
    const value = content.texts[name];
    return {
      title: label,
      detail: value === undefined ? '空欄' : excerptOf(value),
      tone: value === undefined && required ? 'attention' : 'plain',
      ask: opens(name),
    };
  });
  const { photos = [], works = [] } = content;
  return [
    ...texts,
    { title: '写真', detail: photos.map(photoLine).join('、') || 'なし', ask: opens('photos') },
    { title: '他者の著作物', detail: works.map(workLine).join('、') || 'なし', ask: opens('works') },
  ];
}

/** What is left out of what others see says so where it is written. */
const photoLine = ({ what, people }: NonNullable<CaseContent['photos']>[number]): string =>
  `${excerptOf(what)}（同意: ${photoConsentNames[people]}${people === 'none' ? '。載りません' : ''}）`;
const workLine = ({ what, permission }: NonNullable<CaseContent['works']>[number]): string =>
  `${excerptOf(what)}（${permission ? excerptOf(permission) : '出典・許諾なし。載りません'}）`;

const EXCERPT = 40;
const excerptOf = (text: string): string => excerpt(text.replace(/\s*\n\s*/g, '／'), EXCERPT);
