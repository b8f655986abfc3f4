import type { InputOf } from '../../../programme/asks.ts';
import { type Circle, circleNames } from '../../../programme/meetings/audience.ts';
import type { Meeting, MeetingAudience } from '../../../programme/meetings/meeting.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { Store } from '../../../storage/collections.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';

type Asked = Pick<InputOf<'schedule-meeting'>, 'audience' | 'others'>;
type Found =
  | { readonly audience: MeetingAudience }
  | { readonly problems: Readonly<Partial<Record<'audience' | 'others', string>>> };

/** Both fields are wrong together, a circle and names of municipalities: which of them has to go, the person knows. */
const MIXED = {
  audience: '対象は、全市町村・県・事務局のどれか1つ、または市町村だけにしてください',
  others: '全市町村・県・事務局のどれか1つが対象のときは、空にしてください',
};

/** For whom a meeting is: a circle, or municipalities by code or name. */
export async function audienceAsked({ audience, others = '' }: Asked, store: Store): Promise<Found> {
  const said = `${audience}、${others}`
    .normalize('NFKC')
    .split(/[、,\s]+/)
    .filter((word) => word !== '');
  const towns = await supportedMunicipalities(store);
  const circles = new Set(said.flatMap((word) => circleOf(word) ?? []));
  const names = said.filter((word) => circleOf(word) === undefined);
  const codes = names.map((word) => codeOf(word, towns));
  const unknown = names.filter((_, at) => codes[at] === undefined);
  // The first one has a field of its own, the rest stand in the other.
  const input = unknown.includes(said[0] ?? '') ? 'audience' : 'others';
  if (unknown.length > 0) {
    return { problems: { [input]: `「${unknown.join('、')}」という支援対象の市町村は見つかりません` } };
  }
  const [circle, ...more] = circles;
  if (more.length > 0 || (circle && codes.length > 0)) return { problems: MIXED };
  return { audience: circle ?? [...new Set(codes.flatMap((code) => code ?? []))].toSorted() };
}

function circleOf(word: string): Circle | undefined {
  return (Object.keys(circleNames) as Circle[]).find((circle) => circle === word || circleNames[circle] === word);
}

function codeOf(word: string, towns: readonly Municipality[]): string | undefined {
  return towns.find(({ code, name }) => word === code || word === name || word.endsWith(`県${name}`))?.code;
}

/** A meeting's own values, as its form shows them. */
export function givenOf({ title, day, start, end, place }: Meeting) {
  return { title, day, start, end, place };
}
