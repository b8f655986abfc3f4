import type { Card, Field, Node } from '../../cards/card.ts';
import { endedNode, pausedNodes, questionCard, waitsNode } from '../../cards/interview.ts';
import { never } from '../../cards/understood.ts';
import { arePicked, type Interview, isExpired, withoutDoubt } from '../../programme/interview.ts';
import { StoreUnavailable } from '../../storage/store.ts';
import type { Command, Reply } from '../command.ts';
import type { TurnStart } from '../turn.ts';
import { type Beside, besideOf, isSameBeside } from './beside.ts';
import { type Form, formOf, questionsOf } from './form-questions.ts';
import { interviewAt, interviewOf, isTheirs, keep, leave } from './kept.ts';
import { askForOption, isByNameOnly, isTooHeavy, keepOffer, nothingOpen } from './options.ts';

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
export async function spoken(
  { card, asks }: Reply,
  { opened, waiting }: Spoken,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Card> {
  const form = formOf(card);
  const isFaulty = form?.parts.some(({ fields }) => fields.some(({ error }) => error !== undefined));
  if (form && (opened || asks || isFaulty)) {
    const beside = await besideOf(card, await interviewOf(turn), commands, turn);
    return begin(card, form, { opened, waiting, beside }, turn);
  }
  if (isTooHeavy(card)) return askForOption(card, waiting, turn);
  await keepInSight(card, waiting, commands, turn);
  return waiting ? withPaused(card, waiting) : card;
}

/** What a card offers may be said next; what else it shows under a name may be called by it. */
export async function keepInSight(
  card: Card,
  waiting: Interview | undefined,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<void> {
  if (card.offers) return keepOffer(card, waiting, turn);
  const known = await interviewOf(turn);
  const beside = await besideOf(card, known, commands, turn);
  if (isSameBeside(beside, known?.beside)) return;
  // What is over holds only for the message that ended it.
  const isOfNow = known && !isExpired(known, turn.now) && (known.state !== 'done' || known.lastAsk === turn.from.ask);
  await keep({ ...(isOfNow ? known : nothingOpen(card.title, turn)), beside: [...beside] }, turn).catch(unkept);
}

/** What can be read is shown, also where nothing can be kept: the buttons are there to be pressed. */
function unkept(error: unknown): void {
  if (!(error instanceof StoreUnavailable)) throw error;
}

/** Beside the answer to something else: what waits, and how it goes on. */
export function withPaused(card: Card, waiting: Interview): Card {
  const quits = card.body.some(
    (node) => node.kind === 'buttons' && node.buttons.some(({ ask }) => ask.command === never.ask.command),
  );
  return { ...card, body: [...card.body, ...pausedNodes(waiting, quits)] };
}

type Beginning = { readonly opened: boolean; readonly waiting: Interview | undefined; readonly beside: Beside };

async function begin(card: Card, form: Form, { opened, waiting, beside }: Beginning, turn: TurnStart): Promise<Card> {
  const next = fresh(card, form, turn);
  const { told, ...way } = madeWay(waiting, next);
  const interview = await keep({ ...next, ...way, ...(beside.length > 0 ? { beside: [...beside] } : {}) }, turn);
  const lead = opened ? [] : card.body.slice(0, card.body.indexOf(form));
  return questionCard(interview, [...told, ...lead]);
}

/** As many as anybody keeps in mind. */
const MOST_WAITING = 2;

type Way = Partial<Pick<Interview, 'behind' | 'values'>> & { readonly told: readonly Node[] };

/**
 * There is one interview per room. One that holds answers waits until the new one is over, and goes on in it where that
 * is the same form; one without is ended. Either is said.
 */
function madeWay(waiting: Interview | undefined, next: Interview): Way {
  if (!waiting) return { told: [] };
  const { behind, values } = waiting;
  const isSame = aboutWhat(waiting) === aboutWhat(next);
  if (isSame || Object.keys(values).length === 0) {
    const goesOn = isSame && next.picking === true;
    return {
      ...(behind ? { behind } : {}),
      ...(goesOn ? { values: { ...answeredIn(values, next), ...next.values } } : {}),
      told: goesOn ? [] : [endedNode(waiting)],
    };
  }
  const [kept, ended] = cutOff(waiting, MOST_WAITING);
  return { behind: kept, told: [...(ended ? [endedNode(ended)] : []), waitsNode(waiting)] };
}

/** The form, and of which municipality, week and thing it is: what was answered of one is none of another's. */
const aboutWhat = ({ ask: { command, input } }: Interview): string =>
  JSON.stringify([command, ...Object.entries(input).filter(([, value]) => typeof value === 'string')]);

const answeredIn = (values: Interview['values'], { questions }: Interview): Interview['values'] => {
  const names = new Set(questions.flatMap(({ name, instead }) => [name, ...(instead ? [instead.name] : [])]));
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
};

/** At most so many, one behind the other, and the one that is too many. */
function cutOff(waiting: Interview, most: number): readonly [Interview, Interview | undefined] {
  const { behind, ...alone } = waiting;
  if (!behind) return [alone, undefined];
  if (most <= 1) return [alone, behind];
  const [kept, ended] = cutOff(behind, most - 1);
  return [{ ...alone, behind: kept }, ended];
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
  if (!known) return undefined;
  if (known.state === 'offered') return isByNameOnly(known) ? undefined : leave(turn);
  if (!isTheirs(known, turn) || isExpired(known, turn.now)) return undefined;
  if (known.state === 'paused') return known;
  if (known.state === 'asking') return keep({ ...withoutDoubt(known), state: 'paused' }, turn);
  return known.behind ? leave(turn) : undefined;
}

/** Something that is no answer was sent: what an open question offers goes away with it, and is shown again. */
export async function besideQuestion(card: Card, turn: TurnStart): Promise<Card> {
  const known = await interviewOf(turn);
  return known?.state === 'asking' && !isExpired(known, turn.now)
    ? questionCard(known, card.body.filter(isTold))
    : card;
}

const isTold = ({ kind }: Node): boolean => kind === 'text' || kind === 'notice';
