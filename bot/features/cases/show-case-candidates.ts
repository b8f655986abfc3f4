import { caseCandidatesCard } from '../../../cards/cases/case-candidates.ts';
import { caseCandidates } from '../../../programme/cases/case-candidate.ts';
import { isOpenQuestion } from '../../../programme/cases/case-question.ts';
import { NOMINATIONS } from '../../../programme/cases/nomination.ts';
import { onlyMunicipalityLike } from '../../../programme/municipality.ts';
import { pageOf } from '../../../programme/page.ts';
import { municipal } from '../../../storage/collections.ts';
import { municipalitiesIn, municipalityNames, supportedMunicipalities } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { casesIn } from './read-cases.ts';
import { caseQuestionsIn } from './read-questions.ts';

const A_PAGE = 5;

export const showCaseCandidates = defineCommand({
  name: 'show-case-candidates',
  says: ['事例候補', '事例の候補'],
  help: '記録と推薦から、事例になりそうな取組を新しい順に並べます。順位は付けません。',
  example: '事例候補',
  english: 'List what on record may become a case, newest first and never ranked.',
  group: { title: '承諾と共有', order: 30 },
  needs: 'share',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['事例候補', '事例の候補', '事例になりそう', '事例にできそう'], wins: 510, looks: true },

  async prepare({ municipality }, { store }) {
    if (municipality === undefined) return { found: undefined };
    return { found: onlyMunicipalityLike(municipality, await municipalitiesIn(store)) };
  },

  async run({ page = 1 }, turn, only) {
    const { store } = turn;
    const [all, written, questions, townName] = await Promise.all([
      candidatesIn(turn, only?.code),
      casesIn(store),
      caseQuestionsIn(store),
      municipalityNames(store),
    ]);
    const { shown, at, pages } = pageOf(all, page, A_PAGE);
    const caseOf = ({ municipality, item }: (typeof all)[number]) =>
      written.find((each) => each.municipality === municipality && each.item === item)?.id;
    const lines = shown.map((each) => ({ ...each, town: townName(each.municipality), written: caseOf(each) }));
    const open = questions.filter(isOpenQuestion).length;
    return {
      card: caseCandidatesCard({
        shown: lines,
        ...{ all: all.length, page: at, pages, only: only?.code, questions: open },
      }),
    };
  },
});

async function candidatesIn({ store, programme }: MemberStart, code: string | undefined) {
  const towns = await supportedMunicipalities(store, code === undefined ? undefined : [code]);
  const known = await Promise.all(
    towns.map(async (town) => {
      const [records, nominations] = await Promise.all([
        progressIn(store, town.code, programme),
        store.caseNominations.list(municipal(town.code), NOMINATIONS),
      ]);
      return { municipality: town.code, records, nominations: nominations.map(({ value }) => value) };
    }),
  );
  return caseCandidates(known);
}
