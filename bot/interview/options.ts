import type { Ask, Button, Card } from '../../cards/card.ts';
import { questionCard } from '../../cards/interview.ts';
import type { CommandName } from '../../programme/asks.ts';
import type { Interview } from '../../programme/interview.ts';
import type { TurnStart } from '../command.ts';
import { interviewAt, keep } from './kept.ts';

/** More than this not every product's button carries. */
const BUTTON_HOLDS = 900;
const OPTION = 'option';
const QUITS = 'never-mind' satisfies CommandName;

/** Not the one that leaves everything as it is: every question can be quit. */
const buttonsOf = ({ body }: Card): readonly Button[] =>
  body.flatMap((node) => (node.kind === 'buttons' ? node.buttons : [])).filter(({ ask }) => ask.command !== QUITS);

export const isTooHeavy = (card: Card): boolean =>
  buttonsOf(card).some(({ ask }) => JSON.stringify(ask.input).length > BUTTON_HOLDS);

/** Buttons that carry more than a button can are a question instead: what each stands for is kept here. */
export async function askForOption(card: Card, turn: TurnStart): Promise<Card> {
  const buttons = buttonsOf(card);
  const choices = buttons.map(({ label }, at) => ({ value: `${OPTION}-${at}`, label }));
  const interview: Interview = {
    ...{ id: interviewAt(turn).id, channel: turn.via, title: card.title, ask: { command: '', input: {} } },
    options: buttons.map(({ ask }) => ({ command: ask.command, input: JSON.parse(JSON.stringify(ask.input)) })),
    questions: [{ name: OPTION, label: 'どうしますか', type: 'choice', required: true, intro: [], part: 0, choices }],
    ...{ at: 0, values: {}, state: 'asking', lastAsk: turn.from.ask, touchedAt: turn.now.toISOString() },
  };
  return questionCard(
    await keep(interview, turn),
    card.body.filter(({ kind }) => kind !== 'buttons'),
  );
}

/** What was chosen; undefined for an interview that fills in a form. */
export function chosenOption({ options, values }: Interview): Ask | undefined {
  return options?.[Number(values[OPTION]?.slice(OPTION.length + 1))];
}
