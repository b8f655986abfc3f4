import type { PartStanding } from '../../../cards/consent/share-meeting.ts';
import { consentStanding } from '../../../programme/consent/consent.ts';
import { currentMaterial, type Material } from '../../../programme/consent/material.ts';
import { covers, type SharingScope } from '../../../programme/consent/scope.ts';
import { dayOf } from '../../../programme/day.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { meetingsSaid } from '../../../programme/meetings/said.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import type { MemberStart } from '../../turn.ts';
import { allMeetings, isAhead } from '../meetings/find.ts';
import { readConsents } from './read-consents.ts';

/**
 * The meetings whose sharing version can be meant; without a name the next 進捗状況確認会議, or the last one.
 * @throws Refusal where there is none
 */
export async function meetingsToShare(
  said: string | undefined,
  { store, now }: MemberStart,
): Promise<readonly [Meeting, ...Meeting[]]> {
  const all = await allMeetings(store, (meeting) => meeting.visit === undefined && !isCancelled(meeting));
  const progress = all.filter(({ kind }) => kind === 'progress');
  const next = progress.find((meeting) => isAhead(meeting, now)) ?? progress.at(-1);
  const found = said === undefined ? (next ? [next] : []) : meetingsSaid(said, all, dayOf(now));
  const [first, ...others] = found;
  if (!first) throw Refusal.because(said === undefined ? 'no-meeting' : 'unknown-meeting');
  return [first, ...others];
}

/** The parts of the supported municipalities in a meeting, each with how it stands for a scope. */
export async function partsOfMeeting({ id }: Meeting, scope: SharingScope, { store, now }: MemberStart) {
  const towns = await supportedMunicipalities(store);
  const { materials, consents } = await readConsents(
    store,
    towns.map(({ code }) => code),
  );
  const standingOf = (part: Material): PartStanding => {
    const { version } = currentMaterial(part);
    const own = consents.filter(
      (each) => each.material === part.id && each.version === version && covers(each.scope, scope),
    );
    const standings = own.map((each) => consentStanding(each, dayOf(now)));
    return (
      standings.find((each) => each === 'approve') ??
      standings.find((each) => each === 'asked') ??
      standings[0] ??
      'none'
    );
  };
  return towns.flatMap((town) => {
    const part = materials.find((each) => each.sort === 'part' && each.of === id && each.municipality === town.code);
    return part ? [{ town, part, standing: standingOf(part) }] : [];
  });
}
