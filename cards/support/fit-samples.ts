import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { assessFitCard, fitAssessedCard, fitQuestionsCard } from './assess-fit.ts';

const question = {
  municipality: example.town.code,
  expert: 'member-expert',
  occasion: 'initial',
  other: '佐藤 誠さん',
} as const;
const after = { ...question, occasion: 'follow-up', other: example.town.name } as const;

/** What both sides of a pair are asked, filled in. */
export const fitSamples: Samples = {
  'assess-fit': () => assessFitCard(question),
  'assess-fit-follow-up': () => assessFitCard(after),
  'fit-assessed': () => fitAssessedCard(question, 'worried'),
  'fit-questions': () => fitQuestionsCard([question, after]),
};
