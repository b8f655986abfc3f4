import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { questionFor } from '../question.ts';
import { helpDraftCard } from './help-draft.ts';
import { helpRequestCard } from './help-request.ts';
import { waitingHelpsCard } from './waiting-helps.ts';

const { town } = example;

/** The cards about help, filled in. */
export const helpSamples: Samples = {
  question: () =>
    questionFor({ name: 'ask-help', says: ['相談'] }, {}, [
      { type: 'text', name: 'text', label: '困っていること', required: true, maxLength: 1000, lines: 'many' },
    ]),
  'help-draft': () => helpDraftCard('例規の改正の進め方が分からず困っています', { municipality: town.code }),
  'help-request': () =>
    helpRequestCard(
      town,
      { ...example.from('help', 1), id: 'help-1', municipality: town.code, text: '例規の改正の進め方を相談したい' },
      example.officer,
    ),
  'waiting-helps': () =>
    waitingHelpsCard({
      all: 1,
      page: 1,
      pages: 1,
      helps: [
        {
          municipality: town,
          request: {
            ...example.from('help', 9),
            id: 'help-2',
            municipality: town.code,
            text: '要綱の書き方を知りたい',
          },
        },
      ],
    }),
};
