import { ask } from '../../programme/asks.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, type Change, card, changes, facts, notice, offering, text } from '../card.ts';
import { never } from '../understood.ts';

export type RoadmapDecision = {
  readonly municipality: Municipality;
  readonly day: Day;
  readonly council: string;
  readonly all: number;
  /** Those with another day or meeting, before → after. */
  readonly lines: readonly Change[];
  /** How many say it already. */
  readonly already: number;
};

const decidedLine = ({ day, council }: RoadmapDecision): string => `${fullDate(day)}　${council}`;

/** 庁内決定 of the whole 工程表, which nobody has recorded yet. @param meant by which a yes knows what was shown */
export function confirmRoadmapDecision(decided: RoadmapDecision, meant: string): Card {
  const { municipality, day, council, all, lines } = decided;
  const question = `工程表の取組${all}件の全てに、この庁内決定を記録しますか。まだ記録していません。`;
  return offering(
    '工程表の庁内決定',
    `${municipality.name}　${decidedLine(decided)}: ${question}`,
    text(municipality.name, 'quiet'),
    facts(['庁内決定日', fullDate(day)], ['会議名', council]),
    text(question, 'strong'),
    lines.length > 0 ? [text('別の決定が記録されている取組は、次のように変わります。'), changes(lines)] : [],
    buttons(
      {
        label: 'はい、記録する',
        look: 'primary',
        ask: ask('decide-initiatives', { municipality: municipality.code, day, title: council, meant }),
      },
      never,
    ),
  );
}

export function decisionKeptCard(decided: RoadmapDecision): Card {
  const { municipality, all, already } = decided;
  const isSame = already === all;
  const sentence = isSame ? 'すでにそのとおり記録されています。' : `取組${all - already}件に庁内決定を記録しました。`;
  return card(
    '工程表の庁内決定',
    `${municipality.name}　${decidedLine(decided)}: ${sentence}`,
    notice(isSame ? 'quiet' : 'good', sentence),
    text(municipality.name, 'quiet'),
    facts(['庁内決定日', fullDate(decided.day)], ['会議名', decided.council]),
    buttons(
      { label: '工程表', ask: ask('show-initiatives', { municipality: municipality.code }) },
      { label: '工程表 Excel', ask: ask('roadmap-file', { municipality: municipality.code }) },
      { label: '簡易計画', ask: ask('show-simple-plan', { municipality: municipality.code }) },
    ),
  );
}

/** Nothing stands in the 工程表 that could be decided. */
export function nothingToDecideCard(municipality: Municipality): Card {
  const sentence = '工程表に取組がないため、記録していません。先に取組を加えてください。';
  return card(
    '工程表の庁内決定',
    `${municipality.name}　${sentence}`,
    notice('attention', sentence),
    buttons(
      { label: '取組を加える', ask: ask('add-initiative', { municipality: municipality.code }) },
      { label: '工程表', ask: ask('show-initiatives', { municipality: municipality.code }) },
    ),
  );
}
