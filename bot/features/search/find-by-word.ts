import { showing } from '../../../cards/card.ts';
import { foundCard } from '../../../cards/search/found.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import { type Municipality, onlyMunicipalityLike } from '../../../programme/municipality.ts';
import { pageOf } from '../../../programme/page.ts';
import { type FoundByWord, foundAmong } from '../../../programme/search/findable.ts';
import { searchKinds } from '../../../programme/search/inputs.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import type { Hit, Seeker } from './source.ts';
import { searchSources } from './sources.ts';

const A_PAGE = 8;
/** Asked for a word, people send the whole of it again: 検索 窓口. */
/** 「電子申請」 is looked for without what it was quoted by. */
const QUOTED = /^[「『"“']([^「」『』]+)[」』"”']$/u;
const OWN_WORD = /^(?:検索|探す)[\s　]+(?=\S)/u;

/** What is searched through, where only one kind of thing is meant: 相談を検索 電子申請. */
const KINDS = searchKinds.join('|');
const OF_KIND = new RegExp(
  `^(?<kind>${KINDS})(?:の中|から|を|で|の)*(?:検索|探す|さがす|.*(?:検索|探し|さがし|調べ))`,
  'u',
);

/** 検索 例規改正 川上村: the last word, whole, is where it is looked for; alone it is what is looked for. */
function placeIn({ query, municipality }: Readonly<Record<string, unknown>>, all: readonly Municipality[]) {
  const [, what, place] = /^(.*\S)[\s　]+(\S{2,8}[市町村])$/u.exec(typeof query === 'string' ? query : '') ?? [];
  const town = municipality === undefined ? all.find(({ name }) => name === place) : undefined;
  return town ? { query: what, municipality: town.code } : {};
}

export const findByWord = defineCommand({
  name: 'find-by-word',
  says: ['検索', '探す'],
  help: '言葉で探します。項目・KPI・報告・会議・相談・訪問記録・工程表・事例などのうち、見られるものだけを表示します。',
  example: '検索 電子申請',
  english: 'Find something by a word, in everything you may see.',
  group: { title: '資料と検索', order: 90 },
  needs: 'cases',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'free',
  spoken: { words: ['検索', 'サーチ'], wins: 41, looks: true },
  wished: [
    {
      like: new RegExp(
        `^(?:${KINDS})(?:の中(?:から|で|を)?|から|を|で|の)?(?:検索|探す|さがす)(?:して|で)?[\\s　:：]+(?<what>[^。]{1,60})$`,
        'u',
      ),
      as: '検索 $<what>',
      first: true,
    },
    {
      like: new RegExp(
        `^(?:${KINDS})(?:の中)?(?:から|で)[\\s　]*(?<what>[^。、]{1,60}?)を?(?:検索|探し|さがし|調べ)(?:て|し|たい|する)*(?:ください|下さい|です|ほしい)?[。]?$`,
        'u',
      ),
      as: '検索 $<what>',
      first: true,
    },
    {
      like: /^(?<what>[^。、]{1,60}?)(?:を|で|の)?検索(?:して|したい|する|お願い)?(?:ください|下さい|です|します)?[。]?$/u,
      as: '検索 $<what>',
    },
    {
      like: /^(?<what>[^。、]{1,60}?)(?:のこと)?(?:を|について)?(?:探して|さがして|調べて|探したい|さがしたい)(?:ください|下さい|ほしい|もらえますか)?[。]?$/u,
      as: '検索 $<what>',
      first: true,
    },
  ],

  async named({ said, input: typed }, { store }) {
    const input = { ...typed, ...placeIn(typed, await municipalitiesIn(store)) };
    const sort = OF_KIND.exec(said.normalize('NFKC').trim())?.groups?.['kind'];
    return sort === undefined ? input : { ...input, sort };
  },

  async run({ query: said, sort, municipality, page = 1 }, turn) {
    const { who, store, room } = turn;
    const query = said.replace(OWN_WORD, '').replace(QUOTED, '$1');
    const all = await municipalitiesIn(store);
    const seen = all.filter(({ code, supported }) => supported && may(who, 'view', code, room.audience));
    const town = municipality === undefined ? undefined : onlyMunicipalityLike(municipality, all);
    const towns = town ? seen.filter(({ code }) => code === town.code) : seen;
    const hits = (await hitsIn(towns, turn)).filter((hit) => !town || !hit.town || hit.town === town.name);
    const found = foundAmong(hits, query).filter(({ of }) => sort === undefined || of.kind === sort);
    const { shown, at, pages } = pageOf(found, page, A_PAGE);
    const isRoom = room.audience !== undefined;
    const isUnseen = town !== undefined && towns.length === 0;
    const card = foundCard({ query, sort, town, isUnseen, shown, counts: countsOf(found), page: at, pages, isRoom });
    return {
      card: showing(
        card,
        shown.flatMap(({ of }) => of.shows ?? []),
      ),
    };
  },
});

/** A source that this person may not look through here holds nothing. */
async function hitsIn(towns: readonly Municipality[], seeker: Seeker): Promise<readonly Hit[]> {
  const { who, room } = seeker;
  const open = searchSources.filter(
    ({ needs, personal }) =>
      (may(who, needs, undefined, room.audience) || towns.some(({ code }) => may(who, needs, code, room.audience))) &&
      (!personal || mayNamePeople(room.audience)),
  );
  return (await Promise.all(open.map((source) => source.find(towns, seeker)))).flat();
}

function countsOf(found: readonly FoundByWord[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { of } of found) counts.set(of.kind, (counts.get(of.kind) ?? 0) + 1);
  return [...counts];
}
