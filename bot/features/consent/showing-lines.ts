import type { ShowingLine } from '../../../cards/consent/no-longer-shared.ts';
import type { Showing } from '../../../programme/consent/showing.ts';
import { roomAudienceNames } from '../../../programme/room.ts';
import { MEMBERS, municipal, ROOMS, type Store } from '../../../storage/collections.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';

/** What was shown to whom, in words; names people, and so is for 1:1 alone. */
export async function showingLines(showings: readonly Showing[], store: Store): Promise<readonly ShowingLine[]> {
  const [members, rooms, townOf] = await Promise.all([
    store.members.list(MEMBERS),
    store.rooms.list(ROOMS),
    municipalityNames(store),
  ]);
  const personOf = new Map(members.map(({ value }) => [value.id, value]));
  const audienceOf = new Map(rooms.map(({ value }) => [value.id, value.audience]));
  const nameOf = (id: string) => {
    const member = personOf.get(id);
    return member ? `${member.name}さん（${member.office}）` : '名簿にない方';
  };
  const roomOf = (id: string) => {
    const audience = audienceOf.get(id) ?? 'none';
    return `${roomAudienceNames[audience] ?? townOf(audience)}の部屋`;
  };
  return Promise.all(
    showings.map(async ({ at, to, by, via, materials }) => ({
      ...{ at, via, to: to.kind === 'member' ? nameOf(to.id) : roomOf(to.id) },
      by: to.kind === 'room' && by !== undefined ? nameOf(by) : undefined,
      materials: await Promise.all(
        materials.map(async ({ municipality, material, version, titleOnly }) => {
          const known = (await store.materials.get(municipal(municipality), material))?.value;
          const title = known?.versions.find((each) => each.version === version)?.content.title;
          return { town: townOf(municipality), title: title ?? '（消去された資料）', titleOnly: titleOnly === true };
        }),
      ),
    })),
  );
}
