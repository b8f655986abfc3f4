import { supportedMunicipalities } from '../storage/municipalities.ts';
import type { TurnStart } from './command.ts';

/** The municipality that examples are written about. Whoever is shown one reads a municipality of their own programme. */
export const A_TOWN = '○○町';

/** Where somebody belongs, else one that is supported; before there is any, the examples stand as they are written. */
export async function townOfExamples({ who, room, store }: Pick<TurnStart, 'who' | 'room' | 'store'>): Promise<string> {
  const towns = await supportedMunicipalities(store);
  const nearest = [room.audience, ...(who?.municipalities ?? [])];
  return (towns.find(({ code }) => nearest.includes(code)) ?? towns[0])?.name ?? A_TOWN;
}

export const exampleAbout = (town: string, example: string): string => example.replaceAll(A_TOWN, town);
