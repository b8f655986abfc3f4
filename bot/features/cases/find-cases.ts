import { showing } from '../../../cards/card.ts';
import { casePageCard } from '../../../cards/cases/case-page.ts';
import { foundCasesCard } from '../../../cards/cases/found-cases.ts';
import { casesLike } from '../../../programme/cases/case-search.ts';
import { saysElsewhere, soughtWords, withoutAsking } from '../../../programme/cases/sought-words.ts';
import { may } from '../../../programme/may.ts';
import { type Municipality, onlyMunicipalityLike } from '../../../programme/municipality.ts';
import { pageOf } from '../../../programme/page.ts';
import { defineCommand, type Prepared } from '../../command.ts';
import { mayKeepCase } from './case-file.ts';
import { type CasesHere, caseAmong, casesHere, shownOfCases } from './read-cases.ts';

const A_PAGE = 8;

/** What may be seen here; the one that was opened, or the municipality of those that are looked for. */
type Found = {
  readonly here: CasesHere;
  readonly one?: ReturnType<typeof caseAmong>;
  readonly town?: Municipality | undefined;
};

export const findCases = defineCommand({
  name: 'find-cases',
  says: ['事例', '事例を探す'],
  help: '共有が認められた事例を、言葉・項目・規模・市町村で探します。',
  example: '事例 フロントヤード',
  english: 'Find the cases that were cleared for sharing.',
  group: { title: '承諾と共有', order: 41 },
  needs: 'cases',
  about: 'member',
  usualFor: { observer: 1 },
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      ...['事例', '成功例', '取組例', '取り組み例', 'じれい'],
      ...['うまくいった', 'うまくいっている', '参考になる', '先に進んでいる'].flatMap((how) =>
        ['町', '村', '市', '団体', '自治体', '市町村', 'ところ', '例', '取組', 'やり方'].map((what) => how + what),
      ),
    ],
    wins: 45,
    looks: true,
    passing: true,
  },
  named: async ({ said, input: { size: heard, ...input } }) => {
    const read = saysElsewhere(said) || heard === undefined ? input : { ...input, size: heard };
    const text = wordsOf(said, read);
    return { ...read, text };
  },

  async prepare(input, turn): Promise<Prepared<Found>> {
    const { municipality, case: id } = input;
    const here = await casesHere({ ...turn, audience: turn.room.audience });
    if (id !== undefined) return { found: { here, one: caseAmong(id, here) } };
    return {
      found: { here, town: municipality === undefined ? undefined : onlyMunicipalityLike(municipality, here.towns) },
    };
  },

  async run(input, { who, room }, { here, one, town }) {
    const isOffice = may(who, 'share', undefined, room.audience);
    if (one) {
      const mayWrite = isOffice && room.audience === undefined;
      return {
        card: showing(
          casePageCard({ one, mayWrite, mayKeep: mayKeepCase(one, { who, room }) }),
          shownOfCases([one], here.scope),
        ),
      };
    }
    const { text, item, size, page = 1 } = input;
    const sought = { text, item, size, municipality: town?.code };
    const matching = casesLike(here.all, sought);
    const { shown, at, pages } = pageOf(matching, page, A_PAGE);
    const counts = { found: matching.length, all: here.all.length, page: at, pages };
    const card = foundCasesCard({ shown, ...counts, sought, town: town?.name, isOffice });
    return { card: showing(card, shownOfCases(shown, here.scope, true)) };
  },
});

/** What is looked for, where it is no item that was read. */
function wordsOf(said: string, { text, item, municipality, size, case: id }: Readonly<Record<string, unknown>>) {
  if (id !== undefined) return undefined;
  if (typeof text === 'string') return withoutAsking(text) || undefined;
  if (item !== undefined || size !== undefined) return undefined;
  return soughtWords(municipality === undefined ? said : said.replace(TOWN, ''));
}

/** 小海町の電子申請の事例: it was read as a place already. */
const TOWN = /^[^の\s]*[市区町村]の?\s*/u;
