import { ask } from '../../programme/asks.ts';
import { shortMoment } from '../../programme/day.ts';
import { currentInitiative, type Initiative } from '../../programme/initiatives/initiative.ts';
import { type InitiativePart, initiativePartNames } from '../../programme/initiatives/initiative-field.ts';
import { unwrittenOf } from '../../programme/initiatives/open-initiatives.ts';
import type { Municipality } from '../../programme/municipality.ts';
import {
  type Button,
  buttons,
  type Card,
  type Change,
  changes,
  facts,
  list,
  type Node,
  notice,
  offering,
  text,
} from '../card.ts';
import { excerpt } from '../excerpt.ts';
import { never } from '../understood.ts';
import { partFacts } from './initiative-facts.ts';
import { roadmapYears } from './roadmap.ts';

export type InitiativeView = {
  readonly municipality: Municipality;
  readonly one: Initiative;
  /** Its place in the 工程表, from 1, and how many there are; absent for one that was taken off. */
  readonly place?: { readonly at: number; readonly of: number } | undefined;
  readonly before?: string | undefined;
  readonly next?: string | undefined;
  /** Who wrote the last version; absent where people are not named. */
  readonly by?: string | undefined;
  /** 仕分け and the item's own 実施年度 say different things. */
  readonly differs?: string | undefined;
  readonly mayWrite: boolean;
};

/** The signs of a text that a phone shows without much turning; six of them fit one message. */
const SHOWN = 160;
const isCut = ({ one }: InitiativeView): boolean =>
  parts.some((part) =>
    partFacts(currentInitiative(one).content, part, one.year).some(([, value]) => value.length > SHOWN),
  );

const parts = Object.keys(initiativePartNames) as InitiativePart[];

/** One initiative with everything the 工程表 says of it. */
export function initiativeCard(view: InitiativeView, said: readonly Node[] = []): Card {
  const { municipality, one, place, differs } = view;
  const { content } = currentInitiative(one);
  return offering(
    content.name,
    `${municipality.name}の工程表: ${content.name}`,
    said,
    text(`${municipality.name}　${roadmapYears(one.year)}${place ? `　${place.at}/${place.of}件目` : ''}`, 'quiet'),
    one.removed ? notice('attention', '工程表から外されています。') : [],
    blankNodes(view),
    differs === undefined ? [] : notice('attention', differs),
    parts.flatMap((part) => [
      text(initiativePartNames[part], 'heading'),
      facts(...partFacts(content, part, one.year).map(([label, value]) => [label, excerpt(value, SHOWN)] as const)),
    ]),
    isCut(view) ? text('長い文は途中まで出しています。全文は「工程表 Excel」で確認できます。', 'quiet') : [],
    text(writtenLine(view), 'quiet'),
    buttons(...buttonsOf(view)),
  );
}

function blankNodes({ one }: InitiativeView): Node[] {
  const blanks = unwrittenOf(currentInitiative(one).content, one.year);
  return blanks.length === 0 ? [] : [notice('attention', `まだ書かれていないところ: ${blanks.join('、')}`)];
}

function writtenLine({ one, by }: InitiativeView): string {
  const { number, at } = currentInitiative(one);
  return `第${number}版 ${shortMoment(new Date(at))}${by === undefined ? '' : ` ${by}`}`;
}

function buttonsOf({ municipality: { code: municipality }, one, before, next, mayWrite }: InitiativeView): Button[] {
  const show = (label: string, initiative: string | undefined) =>
    initiative === undefined ? [] : [{ label, ask: ask('show-initiatives', { municipality, initiative }) }];
  const own = one.removed
    ? [
        {
          label: '工程表に戻す',
          look: 'primary' as const,
          ask: ask('remove-initiative', { municipality, initiative: one.id, back: 'yes' }),
        },
      ]
    : [
        {
          label: '変える',
          look: 'primary' as const,
          ask: ask('change-initiative', { municipality, initiative: one.id }),
        },
        { label: '外す', ask: ask('remove-initiative', { municipality, initiative: one.id }) },
      ];
  return [
    ...(mayWrite ? own : []),
    ...show('次の取組', next),
    ...show('前の取組', before),
    { label: '工程表', ask: ask('show-initiatives', { municipality }) },
  ];
}

/** Which part of it is to be changed, each as it stands. */
export function whichInitiativePart({ municipality, one }: Pick<InitiativeView, 'municipality' | 'one'>): Card {
  const { content, number } = currentInitiative(one);
  const question = `「${content.name}」のどこを変えますか。`;
  return offering(
    '取組を変える',
    question,
    text(question, 'strong'),
    text(municipality.name, 'quiet'),
    list(
      parts.map((part) => ({
        title: initiativePartNames[part],
        detail: partFacts(content, part, one.year)
          .map(([label, value]) => `${label}: ${value.slice(0, 24)}${value.length > 24 ? '…' : ''}`)
          .join('\n'),
        ask: ask('change-initiative', {
          municipality: municipality.code,
          initiative: one.id,
          section: part,
          seen: number,
        }),
      })),
    ),
    buttons(
      { label: '取組に戻る', ask: ask('show-initiatives', { municipality: municipality.code, initiative: one.id }) },
      never,
    ),
  );
}

/** What was written, before → after. */
export function initiativeWrittenCard(
  { municipality, one, differs }: InitiativeView,
  lines: readonly Change[],
  did: 'added' | 'changed' | 'same',
): Card {
  const { content } = currentInitiative(one);
  const sentence = {
    added: '工程表に加えました。',
    changed: '工程表を変えました。',
    same: '変わったところはありません。',
  }[did];
  const blanks = unwrittenOf(content, one.year);
  const open = { municipality: municipality.code, initiative: one.id };
  return offering(
    '工程表',
    `${municipality.name}　${content.name}: ${sentence}`,
    notice(did === 'same' ? 'quiet' : 'good', sentence),
    text(`${municipality.name}　${content.name}`, 'strong'),
    lines.length > 0 ? changes(lines) : [],
    differs === undefined ? [] : notice('attention', differs),
    blanks.length > 0 ? text(`まだ書かれていないところ: ${blanks.join('、')}`, 'quiet') : [],
    buttons(
      { label: '続けて変える', ask: ask('change-initiative', open) },
      { label: '取組を見る', ask: ask('show-initiatives', open) },
      { label: '取組を加える', ask: ask('add-initiative', { municipality: municipality.code }) },
      ...(did === 'added' ? [{ label: '外す', ask: ask('remove-initiative', open) }] : []),
      { label: '工程表', ask: ask('show-initiatives', { municipality: municipality.code }) },
    ),
  );
}
