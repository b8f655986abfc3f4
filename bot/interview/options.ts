import type { Ask, Button, Card, Choice } from '../../cards/card.ts';
import { questionCard, waitsNode } from '../../cards/interview.ts';
import { never } from '../../cards/understood.ts';
import { type Interview, withAnswer } from '../../programme/interview.ts';
import { answerSaid } from '../../programme/interview-words.ts';
import type { TurnStart } from '../turn.ts';
import { interviewAt, keep } from './kept.ts';
import { comparable, offerNamed } from './offered.ts';

/** How much a button of every product carries. */
const BUTTON_HOLDS = 900;
const OPTION = 'option';
/** Behind the place of an option that is a row of a list: rows are counted by people, buttons are not. */
const ROW = '-row';
const QUITS = never.ask.command;

/** Not the one that leaves everything as it is: every question can be quit. */
const buttonsOf = ({ body }: Card): readonly Button[] =>
  body.flatMap((node) => (node.kind === 'buttons' ? node.buttons : [])).filter(({ ask }) => ask.command !== QUITS);

export const isTooHeavy = (card: Card): boolean =>
  buttonsOf(card).some(({ ask }) => JSON.stringify(ask.input).length > BUTTON_HOLDS);

/** Buttons that carry more than a button can are a question instead: what each stands for is kept here. */
export async function askForOption(card: Card, waiting: Interview | undefined, turn: TurnStart): Promise<Card> {
  const interview = await keep(withBehind(optionsOf(card.title, buttonsOf(card), 'asking', turn), waiting), turn);
  const told = card.body.filter(({ kind }) => kind !== 'buttons');
  return questionCard(interview, [...(waiting ? [waitsNode(waiting)] : []), ...told]);
}

const withBehind = (interview: Interview, waiting: Interview | undefined): Interview =>
  waiting ? { ...interview, behind: waiting } : interview;

/** What can be pressed of a card that asks is kept until the next message, which may say it. */
export async function keepOffer(card: Card, waiting: Interview | undefined, turn: TurnStart): Promise<void> {
  const all = Array.isArray(card.offers) ? card.offers : pressedOn(card);
  if (all.length > 0) await keep(withBehind(optionsOf(card.title, all, 'offered', turn), waiting), turn);
}

/** Where nothing is asked or offered, and something in sight may be called by its name. */
export const nothingOpen = (title: string, turn: TurnStart): Interview => optionsOf(title, [], 'offered', turn);

export const isByNameOnly = ({ options }: Interview): boolean => options?.length === 0;

type Offered = Pick<Button, 'label' | 'ask'> & { readonly isRow?: true };

function pressedOn({ body }: Card): readonly Offered[] {
  const rows = body.flatMap((node) => (node.kind === 'list' ? node.rows : []));
  const pressed = rows.flatMap(({ title, ask }) => (ask ? [{ label: title, ask, isRow: true as const }] : []));
  return [...pressed, ...body.flatMap((node) => (node.kind === 'buttons' ? node.buttons : []))];
}

function optionsOf(title: string, offered: readonly Offered[], state: Interview['state'], turn: TurnStart): Interview {
  const choices = offered.map(({ label, isRow }, at) => ({ value: `${OPTION}-${at}${isRow ? ROW : ''}`, label }));
  return {
    id: interviewAt(turn).id,
    channel: turn.via,
    title,
    ask: { command: '', input: {} },
    options: offered.map(({ ask }) => ({ command: ask.command, input: JSON.parse(JSON.stringify(ask.input)) })),
    questions: [{ name: OPTION, label: 'どうしますか', type: 'choice', required: true, intro: [], part: 0, choices }],
    at: 0,
    values: {},
    state,
    lastAsk: turn.from.ask,
    touchedAt: turn.now.toISOString(),
  };
}

/** An offer that is taken by its name; 「はい」, however it is said, is enough for 「はい、記録する」. */
export function optionSaid(text: string, interview: Interview): Interview | undefined {
  const choices = interview.questions[0]?.choices ?? [];
  const said = text.trim();
  const short = choices.map(({ label, value }) => ({ label: label.split('、')[0] ?? label, value }));
  const found =
    offerNamed(said, choices) ??
    offerNamed(said, short) ??
    rowNumbered(said, choices) ??
    (answerSaid(said) === 'yes' ? yesOf(choices) : undefined);
  if (found) return withAnswer(interview, { [OPTION]: found.value });
  const quits = interview.options?.findIndex(({ command }) => command === QUITS) ?? -1;
  // 「いいえ」 is for a question that is answered with yes or no.
  if (answerSaid(said) !== 'no' || quits < 0 || !yesOf(choices)) return undefined;
  return withAnswer(interview, { [OPTION]: `${OPTION}-${quits}` });
}

const NUMBER = /^(\d{1,3})(番|番目|つ目|件目)?(です|で|を)?$/;
const OWN_NUMBER = /^(\d{1,3})[\s.:)]/;

/** 2, 2番: the number that a row bears, and where rows bear none, its place among them. */
function rowNumbered(said: string, choices: readonly Choice[]): Choice | undefined {
  const number = numberSaid(said);
  if (number === undefined) return undefined;
  const rows = choices.filter(isRow);
  const own = rows.map(({ label }) => OWN_NUMBER.exec(label)?.[1]);
  return own.some(Boolean) ? rows[own.indexOf(String(number))] : rows[number - 1];
}

const numberSaid = (said: string): number | undefined => {
  const [, number] = NUMBER.exec(said.normalize('NFKC').trim()) ?? [];
  return number === undefined ? undefined : Number(number);
};

export const isNumberAlone = (said: string): boolean => numberSaid(said) !== undefined;

const isRow = ({ value }: Choice): boolean => value.endsWith(ROW);

/** The rows of what is offered, where a number was said that is none of theirs. */
export function rowsMissed(said: string, { questions: [question] }: Interview): readonly string[] {
  return numberSaid(said) === undefined ? [] : (question?.choices ?? []).filter(isRow).map(({ label }) => label);
}

/** The only row whose title has these words. */
export function rowAbout(said: string, interview: Interview): Interview | undefined {
  const words = comparable(said);
  if (words.length < 2) return undefined;
  const all = interview.questions[0]?.choices ?? [];
  const [only, ...others] = all.filter((choice) => isRow(choice) && comparable(choice.label).includes(words));
  return only && others.length === 0 ? withAnswer(interview, { [OPTION]: only.value }) : undefined;
}

/** Whether this offer waits for a yes or a no, and was answered by neither: 「大丈夫です」 may be both. */
export function isUndecided(text: string, { questions: [question] }: Interview): boolean {
  return answerSaid(text) === 'either' && yesOf(question?.choices ?? []) !== undefined;
}

const yesOf = <C extends { readonly label: string }>(choices: readonly C[]): C | undefined =>
  choices.find(({ label }) => label.startsWith('はい、'));

/** What was chosen; undefined for an interview that fills in a form. */
export function chosenOption({ options, values }: Interview): Ask | undefined {
  return options?.[Number.parseInt(values[OPTION]?.slice(OPTION.length + 1) ?? '', 10)];
}
