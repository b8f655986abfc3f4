import type { InputOf } from '../../../programme/asks.ts';
import { may } from '../../../programme/may.ts';
import { audienceName, forNobody, isInvited, usualAudience } from '../../../programme/meetings/audience.ts';
import { kindOfTitle, type Meeting } from '../../../programme/meetings/meeting.ts';
import { audienceOf, circleNames, isPerson, isTown, type MeetingAudience } from '../../../programme/meetings/party.ts';
import type { Member } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { type PartySaid, partiesSaid } from '../../inputs/invited.ts';
import type { MemberStart } from '../../turn.ts';
import { audienceNames } from './find.ts';

type Asked = Pick<InputOf<'schedule-meeting'>, 'title' | 'audience' | 'others'>;
type Found =
  | { readonly audience: MeetingAudience }
  | { readonly problems: Readonly<Partial<Record<'audience' | 'others', string>>> };

/**
 * For whom a meeting is: what was said, else what is usual for its kind. Whoever calls it comes to it.
 * @throws Refusal where an expert names people of municipalities that are not theirs
 */
export async function audienceAsked({ title, audience, others = '' }: Asked, turn: MemberStart): Promise<Found> {
  const usual = audience ?? usualAudience(kindOfTitle(title))?.join('、') ?? '';
  const { parts, people } = await partiesSaid(`${usual}、${others}`, turn);
  const trouble = (await partTrouble(parts, turn)) ?? (await nobodyTrouble(parts, people, turn));
  // The first one has a field of its own, the rest stand in the other.
  if (trouble) return { problems: { [trouble.part === parts[0] ? 'audience' : 'others']: trouble.problem } };
  const asked = audienceOf(parts.flatMap(({ parties }) => parties));
  refuseStrangers(asked, people, turn.who);
  return { audience: isInvited(turn.who, { audience: asked }) ? asked : audienceOf([...asked, turn.who.id]) };
}

type PartTrouble = { readonly part: PartySaid | undefined; readonly problem: string };

async function partTrouble(parts: readonly PartySaid[], { store }: MemberStart): Promise<PartTrouble | undefined> {
  const towns = await supportedMunicipalities(store);
  const isKnown = ({ parties: [one] }: PartySaid) =>
    one !== undefined && (!isTown(one) || towns.some(({ code }) => code === one));
  const unknown = parts.filter((part) => !isKnown(part));
  const [first] = unknown;
  if (first) {
    const said = unknown.map((part) => part.said).join('、');
    return { part: first, problem: `「${said}」という支援対象の市町村は見つかりません。${ALSO}` };
  }
  const twice = parts.find(({ parties }) => parties.length > 1);
  return twice && { part: twice, problem: `「${twice.said}」さんは${twice.parties.length}人います。${WITH_OFFICE}` };
}

const ALSO = `市町村のほかに、${Object.values(circleNames).join('・')}と、名簿の氏名を書けます`;
const WITH_OFFICE = '「所属 氏名」のように、所属を付けてください';

/** Somebody who cannot come to meetings, or a set that is nobody at all. */
async function nobodyTrouble(
  parts: readonly PartySaid[],
  people: readonly Member[],
  turn: MemberStart,
): Promise<PartTrouble | undefined> {
  const asked = audienceOf(parts.flatMap(({ parties }) => parties));
  const nobody = forNobody(asked, people);
  const part = parts.find(({ parties: [one = ''] }) => isPerson(one) && nobody.includes(one));
  if (part) return { part, problem: `「${part.said}」さんは閲覧の方のため、会議に呼べません` };
  if (nobody.length < asked.length) return undefined;
  const name = audienceName(asked, await audienceNames(turn));
  return { part: parts[0], problem: `${name}にあたる方が名簿にいません。ほかの対象にするか、先に名簿に足してください` };
}

/** @throws Refusal */
function refuseStrangers(audience: MeetingAudience, people: readonly Member[], who: Member): void {
  if (who.role === 'secretariat') return;
  const isOwn = ({ id, role, municipalities }: Member) =>
    id === who.id || (role === 'municipal' && municipalities.some((code) => may(who, 'convene', code)));
  const strangers = people.filter((person) => audience.includes(person.id) && !isOwn(person));
  if (strangers.length > 0) throw Refusal.because('not-yours');
}

/** A meeting's own values, as its form shows them. */
export function givenOf({ title, day, start, end, place }: Meeting) {
  return { title, day, start, end, place };
}
