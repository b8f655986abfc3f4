import type { Command } from '../../command.ts';
import { answerHelp } from './answer-help.ts';
import { answerRequest } from './answer-request.ts';
import { askHelp } from './ask-help.ts';
import { categorizeRequest } from './categorize-request.ts';
import { endRequest } from './end-request.ts';
import { handleRequest } from './handle-request.ts';
import { showRequests } from './show-requests.ts';

/** What can be asked in this column. */
export const helpCommands: readonly Command[] = [
  answerHelp,
  answerRequest,
  askHelp,
  categorizeRequest,
  endRequest,
  handleRequest,
  showRequests,
];
