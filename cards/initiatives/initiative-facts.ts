import { currentInitiative, type Initiative, type InitiativeContent } from '../../programme/initiatives/initiative.ts';
import {
  fieldLabel,
  fieldsOfPart,
  fieldText,
  type InitiativePart,
} from '../../programme/initiatives/initiative-field.ts';

const STILL_BLANK = '（まだ書かれていません）';

/** What a part of an initiative says, a line each; what is blank says so. */
export function partFacts(
  content: InitiativeContent,
  part: InitiativePart,
  year: number,
): (readonly [string, string])[] {
  return fieldsOfPart(part).map((field) => [fieldLabel(field, year), fieldText(content, field, year) || STILL_BLANK]);
}

export const nameOfInitiative = (one: Pick<Initiative, 'versions'>): string => currentInitiative(one).content.name;
