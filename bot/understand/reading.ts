import type { Ask } from '../../cards/card.ts';
import type { CommandName } from '../../programme/asks.ts';
import type { Doubt } from './doubt.ts';

/** One of several things a sentence can mean. */
export type Option = { readonly label: string; readonly input: Ask['input']; readonly command?: CommandName };

/** What a sentence was read as. Without doubt and options it is done as asked. */
export type Reading = {
  readonly command: CommandName;
  readonly input: Readonly<Record<string, unknown>>;
  /** Why it is not simply done: it is shown instead, with a button that does it. */
  readonly doubt?: Doubt | undefined;
  /** Which of these is meant has to be said; `which` names the input they decide, none when it is the command. */
  readonly options?: readonly Option[] | undefined;
  readonly which?: string | undefined;
  /** The options are guesses at a word nobody knows. */
  readonly guess?: true | undefined;
  /** An id that was said and that nothing has; the options are near it. */
  readonly none?: string | undefined;
  /** Nothing in it is known: what is most likely wanted is offered. */
  readonly unknown?: true;
  /** What was changed on the way from words to values, for the person to see. */
  readonly notes: readonly string[];
};

/** Whether an ask changes anything once it is complete. */
export function writes(command: CommandName, input: Readonly<Record<string, unknown>>): boolean {
  const rule = changes[command];
  return typeof rule === 'boolean' ? rule : rule.some((name) => input[name] !== undefined);
}

/** Always, never, or with any of these inputs. */
const changes: Readonly<Record<CommandName, boolean | readonly string[]>> = {
  help: false,
  register: true,
  'who-am-i': false,
  'show-accounts': false,
  'accept-account': true,
  'cut-account': true,
  'show-status': false,
  'show-item': false,
  'report-item': true,
  'check-in': ['answers', 'stages', 'text'],
  'carry-over': true,
  'show-kpis': false,
  'report-kpi': true,
  'show-history': false,
  correct: ['stage', 'value', 'numerator'],
  undo: true,
  'ask-help': ['text'],
  'answer-help': ['request'],
  'show-digest': false,
  'bind-room': true,
  'show-meetings': false,
  'save-meeting': false,
  'schedule-meeting': true,
  'change-meeting': ['title', 'day', 'start', 'end', 'place'],
  'cancel-meeting': ['confirm', 'back'],
  attend: true,
  decline: true,
  'add-agenda': ['text', 'drop'],
  'record-minutes': ['decisions', 'actions', 'report'],
  'complete-action': ['action'],
  'take-leave': true,
  return: true,
  settings: ['day', 'time', 'channel', 'off', 'reset'],
  why: false,
  'never-mind': false,
  'show-unreported': false,
  chase: true,
  'delivery-report': false,
  resend: true,
};
