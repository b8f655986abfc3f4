import type { Card, Field, Node } from '../../cards/card.ts';
import { endedNode, pausedNodes, questionCard } from '../../cards/interview.ts';
import { arePicked, type Interview, isExpired, withoutDoubt } from '../../programme/interview.ts';
import type { Reply } from '../command.ts';
import type { TurnStart } from '../turn.ts';
import { type Form, formOf, questionsOf } from './form-questions.ts';
import { forget, interviewAt, interviewOf, isTheirs, keep } from './kept.ts';
import { askForOption, isTooHeavy, keepOffer } from './options.ts';

/** Where a reply comes from decides whether its form is asked at once or only when its button is pressed. */
type Spoken = {
  /** A button that stands for the form was pressed: the card itself is in sight already. */
  readonly opened: boolean;
  /** What waits, because something was asked for meanwhile that it did not take for an answer. */
  readonly waiting: Interview | undefined;
};

/**
 * A reply where the product's cards hold no fields: a form that must be filled in is asked one question at a time,
 * one that may be is left to its button.
 */
export async function spoken({ card, asks }: Reply, { opened, waiting }: Spoken, turn: TurnStart): Promise<Card> {
  const form = formOf(card);
  const isFaulty = form?.parts.some(({ fields }) => fields.some(({ error }) => error !== undefined));
  if (form && (opened || asks || isFaulty)) return after(waiting, await begin(card, form, opened, turn));
  if (isTooHeavy(card)) return after(waiting, await askForOption(card, turn));
  if (card.offers && !waiting) await keepOffer(card, turn);
  return waiting ? { ...card, body: [...card.body, ...pausedNodes(waiting)] } : card;
}

/** There is one interview per room: a new one ends what waited, and says so. */
const after = (waiting: Interview | undefined, card: Card): Card =>
  waiting ? { ...card, body: [endedNode(waiting), ...card.body] } : card;

async function begin(card: Card, form: Form, opened: boolean, turn: TurnStart): Promise<Card> {
  const interview = await keep(fresh(card, form, turn), turn);
  return questionCard(interview, opened ? [] : card.body.slice(0, card.body.indexOf(form)));
}

function fresh({ title }: Card, form: Form, turn: TurnStart): Interview {
  const questions = questionsOf(form);
  return {
    id: interviewAt(turn).id,
    channel: turn.via,
    title,
    ask: { command: form.ask.command, input: JSON.parse(JSON.stringify(form.ask.input)) },
    questions: [...questions],
    at: 0,
    ...(arePicked(questions) ? { picking: true } : {}),
    values: kept(form),
    state: 'asking',
    lastAsk: turn.from.ask,
    touchedAt: turn.now.toISOString(),
  };
}

/** What was just said, and of a form that comes back with faults what was given well, is not asked again. */
function kept({ parts }: Form): Record<string, string> {
  const fields = parts.flatMap((part) => part.fields);
  const isBack = fields.some(({ error }) => error !== undefined);
  const isGood = ({ error, value, said }: Field) => (isBack || said) && error === undefined && value !== undefined;
  const well = fields.filter((field) => isGood(field) && field.value !== '');
  return Object.fromEntries(well.map(({ name, value = '' }) => [name, value]));
}

/** Something else was asked for: an open interview waits, and what was only offered is over. */
export async function pause(turn: TurnStart): Promise<Interview | undefined> {
  const known = await interviewOf(turn);
  if (known?.state === 'offered') await forget(turn);
  if (known?.state !== 'asking' || !isTheirs(known, turn) || isExpired(known, turn.now)) return undefined;
  return keep({ ...withoutDoubt(known), state: 'paused' }, turn);
}

/** Something that is no answer was sent: what an open question offers goes away with it, and is shown again. */
export async function besideQuestion(card: Card, turn: TurnStart): Promise<Card> {
  const known = await interviewOf(turn);
  return known?.state === 'asking' && !isExpired(known, turn.now)
    ? questionCard(known, card.body.filter(isTold))
    : card;
}

const isTold = ({ kind }: Node): boolean => kind === 'text' || kind === 'notice';
