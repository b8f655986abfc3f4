import { type TalentProfile, talentProfilesOf } from '../../../programme/talent/talent-profile.ts';
import { type Training, trainingsOf } from '../../../programme/talent/training.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';

/** The rows of 育成・研修計画 of a fiscal year, or of one municipality in it, without those that were taken out; oldest first. */
export async function trainingsIn(
  store: Store,
  fiscalYear: number,
  municipality?: string,
): Promise<readonly Training[]> {
  const found = await store.trainings.list(PROGRAMME, trainingsOf(fiscalYear, municipality));
  return standing(found.map(({ value }) => value));
}

/** The 要件書 of a fiscal year, or of one municipality in it, without those that were taken out; oldest first. */
export async function talentProfilesIn(
  store: Store,
  fiscalYear: number,
  municipality?: string,
): Promise<readonly TalentProfile[]> {
  const found = await store.talentProfiles.list(PROGRAMME, talentProfilesOf(fiscalYear, municipality));
  return standing(found.map(({ value }) => value));
}

type Versioned = { readonly versions: readonly { readonly at: string }[]; readonly removed?: unknown };
const standing = <T extends Versioned>(all: readonly T[]): readonly T[] =>
  all
    .filter(({ removed }) => removed === undefined)
    .toSorted((a, b) => (a.versions[0]?.at ?? '').localeCompare(b.versions[0]?.at ?? ''));
