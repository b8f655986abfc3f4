import { buttons, type Card, card, facts, text } from '../../cards/card.ts';
import * as example from '../../cards/example.ts';
import { never } from '../../cards/understood.ts';
import { fullDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { labelOf } from './asks.ts';
import type { Probe } from './kind.ts';

type Found = Pick<Probe, 'state' | 'day' | 'count'>;

export const linesOf = ({ state, day, count }: Found) => [
  { what: '点検日', before: undefined, after: fullDate(day) },
  { what: labelOf(state) ?? state, before: undefined, after: `${count}点` },
];

/** Asked once where there are unusually many. */
export function manyCard(found: Found & Readonly<Record<string, unknown>>): Card {
  return card(
    'この点数でよいですか',
    `${found.count}点は普段より多い数です。まだ記録していません。`,
    text(`${found.count}点は普段より多い数です。まだ記録していません。`),
    buttons(
      { label: 'はい、記録する', ask: { command: 'record-probe', input: { ...found, sure: 'yes' } }, look: 'primary' },
      never,
    ),
  );
}

/** What an inspection has found, for whoever looks after it. */
export function probeCard({ name, code }: Municipality, probe: Probe): Card {
  return card(
    '点検のお願い',
    `${name}: ${labelOf(probe.state)} ${probe.count}点。もう一度点検してください。`,
    text(`${name}で、まだ直っていない機器があります。`),
    facts(...linesOf(probe).map(({ what, after }) => [what, after] as const)),
    ...(probe.note === undefined ? [] : [text(probe.note, 'quiet')]),
    buttons({
      label: '点検を記録する',
      ask: { command: 'record-probe', input: { municipality: code } },
      look: 'primary',
    }),
  );
}

const sample: Probe = {
  ...{ by: 'member-1', at: '2026-11-24T01:00:00.000Z', via: 'teams', ask: 'a', id: 'probe-a' },
  ...{ municipality: example.town.code, state: 'broken', day: '2026-11-20', count: 12, note: '3階の給湯室の前' },
};
export const samples = {
  reminder: () => probeCard(example.town, sample),
  question: () => manyCard({ ...sample, count: 120 }),
};
