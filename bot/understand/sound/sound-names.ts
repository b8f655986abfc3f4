import { readingOfTown } from '../../../programme/gazetteer.ts';
import { may } from '../../../programme/may.ts';
import type { Command } from '../../command.ts';
import type { TurnStart } from '../../turn.ts';
import { catalogueNames } from '../names/catalogue-names.ts';
import type { NamedMunicipalities } from '../names/municipality-names.ts';
import type { NamedPeople } from '../names/people.ts';
import { stageNames } from '../names/stage-words.ts';
import { keyOf } from '../text/fold.ts';
import { pairsOfKana, signsOf, skeletonOf } from './kana.ts';
import { readOut, waysOfName } from './read-out.ts';

/** A name and how it is said. */
export type SoundName = {
  readonly name: string;
  readonly kana: string;
  readonly signs: readonly number[];
  /** Each two of its kana, roughly. */
  readonly pairs: readonly string[];
  readonly command?: Command;
};

/** Shorter names sound like too many other words. */
const SHORTEST = 4;

const inCatalogue = soundNames([...catalogueNames.map(([name]) => name), ...stageNames.map(([name]) => name)]);

const ofCommands = new WeakMap<readonly Command[], readonly SoundName[]>();
const ofTowns = new WeakMap<NamedMunicipalities, readonly SoundName[]>();

/** All names somebody may have said, in their own words. */
export function namesSaid(
  commands: readonly Command[],
  towns: NamedMunicipalities,
  people: NamedPeople,
  { who, room }: TurnStart,
): readonly SoundName[] {
  return [
    ...inCatalogue,
    ...commandNames(commands).filter(({ command }) => command && may(who, command.needs, undefined, room.audience)),
    ...townNames(towns),
    ...people.flatMap(({ family }) => waysOfName(family).map((kana) => soundName(family, kana))).filter(isLongEnough),
  ];
}

function commandNames(commands: readonly Command[]): readonly SoundName[] {
  const known =
    ofCommands.get(commands) ??
    commands.flatMap((command) => soundNames(command.says).map((each) => ({ ...each, command })));
  ofCommands.set(commands, known);
  return known;
}

function townNames(towns: NamedMunicipalities): readonly SoundName[] {
  const known =
    ofTowns.get(towns) ??
    towns.all
      .flatMap(({ code, name }) => {
        const kana = readingOfTown(code);
        return kana === undefined ? [] : [soundName(name, kana)];
      })
      .filter(isLongEnough);
  ofTowns.set(towns, known);
  return known;
}

function soundNames(names: readonly string[]): readonly SoundName[] {
  const unique = [...new Map(names.map((name) => [keyOf(name), name])).values()];
  return unique
    .flatMap((name) => {
      const kana = readOut(name);
      return kana === undefined ? [] : [soundName(name, kana)];
    })
    .filter(isLongEnough);
}

function isLongEnough({ kana }: SoundName): boolean {
  return kana.length >= SHORTEST && /[ぁ-ゖ]/.test(kana);
}

function soundName(name: string, kana: string): SoundName {
  return { name, kana, signs: signsOf(kana), pairs: pairsOfKana(skeletonOf(kana)) };
}
