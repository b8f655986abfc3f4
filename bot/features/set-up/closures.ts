import type { Closure } from '../../../programme/calendar.ts';
import { type Day, shortDate } from '../../../programme/day.ts';
import { type Municipality, onlyMunicipalityLike } from '../../../programme/municipality.ts';

export const isIt = (closure: Closure, day: Day, whom: string): boolean => closure.day === day && closure.whom === whom;

export const closureName = (day: Day): string => shortDate(day);

/** Whose day it is. */
export const whomName = (whom: string, towns: readonly Municipality[]): string =>
  whom === 'all' ? '全体' : (towns.find(({ code }) => code === whom)?.name ?? whom);

const EVERYONE = /^(全|すべての|全ての)市町村$/;

/** @throws Refusal where none, or several, are called so */
export function townMeant(said: string | undefined, towns: readonly Municipality[]): Municipality | undefined {
  if (said === undefined || said === 'all' || EVERYONE.test(said)) return undefined;
  return onlyMunicipalityLike(said, towns);
}
