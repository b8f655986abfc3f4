import { dayOf } from '../../../programme/day.ts';
import { municipal } from '../../../storage/collections.ts';
import { type Eyes, everythingSaid, leaksIn, type Secret } from '../../consent/leaks.ts';
import type { Plan } from '../plan.ts';
import { caseWords } from '../scenes/sharing.ts';
import type { Onlooker, World } from '../world.ts';

/** What was seen without the 承諾 it needs, and how often others saw what they may. */
type Watch = { readonly wrong: readonly string[]; shown(): number };

/** Looks at every word anybody is shown. */
export function watchUnconsented(world: World, { towns }: Plan): Watch {
  const wrong: string[] = [];
  let shown = 0;
  const codes = towns.map(({ code }) => code);
  const look: Onlooker = async (who, words) => {
    const said = towns.filter((town) => words.includes(caseWords(town)));
    if (said.length > 0) {
      const secrets = (await Promise.all(said.map((town) => secretOf(world, town)))).flat();
      const day = dayOf(world.clock.now());
      const leaks = leaksIn(words, secrets, [eyesOf(who, world)], await everythingSaid(world.store, codes), day);
      const isOthers = said.some(({ code }) => isOfOthers(eyesOf(who, world), code));
      if (isOthers && leaks.length === 0) shown++;
      wrong.push(...leaks.map(({ municipality }) => `${day} ${who} saw the case of ${municipality}`));
    }
    if (/（\d{6}-\d+）/.test(words)) wrong.push(...problemsSeen(who, words, world));
  };
  world.lookOn(look);
  return { wrong, shown: () => shown };
}

const isOfOthers = (eyes: Eyes, code: string): boolean =>
  eyes !== 'secretariat' && eyes.circle !== 'prefecture' && !eyes.own.includes(code);

async function secretOf({ store }: World, town: Plan['towns'][number]): Promise<readonly Secret[]> {
  const words = caseWords(town);
  const found = (await store.materials.list(municipal(town.code))).map(({ value }) => value);
  return found.flatMap((material) =>
    material.versions
      .filter(({ content }) => JSON.stringify(content).includes(words))
      .slice(-1)
      .map(({ version }) => ({ words, municipality: town.code, material: material.id, version })),
  );
}

const CIRCLES = { prefecture: 'prefecture', municipal: 'supported', expert: 'supported', observer: 'all' } as const;

function eyesOf(who: string, { content }: World): Eyes {
  const member = content.members.find(({ email }) => email === who);
  if (member?.role === 'secretariat') return 'secretariat';
  const own = member?.role === 'municipal' || member?.role === 'expert' ? member.municipalities : [];
  return { own, circle: member ? CIRCLES[member.role] : 'public' };
}

/** What somebody asked for help about is for their own municipality, its expert, 事務局 and 県. */
function problemsSeen(who: string, words: string, { content }: World): readonly string[] {
  const member = content.members.find(({ email }) => email === who);
  if (member?.role === 'secretariat' || member?.role === 'prefecture') return [];
  const codes = [...words.matchAll(/（(\d{6})-\d+）/g)].map(([, code = '']) => code);
  const theirs = member?.municipalities ?? [];
  return codes.filter((code) => !theirs.includes(code)).map((code) => `${who} saw what ${code} asked for help about`);
}
