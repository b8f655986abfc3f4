import { type Municipality, municipalitiesLike } from '../../../programme/municipality.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import type { TurnStart } from '../../command.ts';

/**
 * The municipality that is meant by its code or its name, supported or not: a case is looked for in any of them.
 * @throws Refusal where there is none, or several
 */
export async function anyTownSaid(said: string, { store }: Pick<TurnStart, 'store'>): Promise<Municipality> {
  const towns = await municipalitiesIn(store);
  const exact = towns.find(({ code, name }) => code === said || name === said);
  const [only, ...others] = exact ? [exact] : municipalitiesLike(said, towns);
  if (!only || others.length > 0) throw Refusal.because('unknown-municipality', { said });
  return only;
}
