import { type Ask, type Button, buttons, type Card, facts, list, offering, text } from './card.ts';
import { never } from './understood.ts';

export type Ambiguous = {
  readonly says: string;
  /** What is asked: which municipality, which KPI. */
  readonly question: string;
  readonly options: readonly { readonly label: string; readonly ask: Ask }[];
  /** What is understood whichever it is. */
  readonly known: readonly (readonly [string, string])[];
};

/** As many as fit as buttons; more are a list. */
const MOST_BUTTONS = 5;

/** A sentence that can mean several things: each is a button, and nothing is done before one is pressed. */
export function whichCard({ says, question, options, known }: Ambiguous): Card {
  const choices: Button[] = options.map(({ label, ask }) => ({ label, ask }));
  return offering(
    says,
    `${question} ${options.map(({ label }) => label).join('、')}`,
    text(question, 'strong'),
    known.length > 0 ? facts(...known) : [],
    text('選ぶまで、何も記録しません。', 'quiet'),
    options.length > MOST_BUTTONS ? list(options.map(({ label, ask }) => ({ title: label, ask }))) : [],
    buttons(...(options.length > MOST_BUTTONS ? [] : choices), never),
  );
}
