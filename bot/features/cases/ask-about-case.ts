import { showing } from '../../../cards/card.ts';
import { caseAskedCard, whichCaseCard } from '../../../cards/cases/case-questions.ts';
import { CASE_QUESTIONS, type CaseQuestion } from '../../../programme/cases/case-question.ts';
import { casesLike } from '../../../programme/cases/case-search.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipal } from '../../../storage/collections.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import { asksForNothing } from '../../inputs/asks-for-nothing.ts';
import { type CasesHere, caseAmong, casesHere, shownOfCases } from './read-cases.ts';

type Asked = { readonly one: ReturnType<typeof caseAmong>; readonly scope: CasesHere['scope'] };

/** As many as somebody looks through; any other one is opened first. */
const OFFERED = 6;

export const askAboutCase = defineCommand({
  name: 'ask-about-case',
  says: ['事例を聞く', '事例について聞く'],
  help: '開いた事例について、事務局に聞きます。答えは1対1で届きます。',
  example: '事例を聞く',
  english: 'Ask the secretariat about a case.',
  group: { title: '承諾と共有', order: 42 },
  needs: 'cases',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'free',

  async prepare({ case: id, text }, turn): Promise<Prepared<Asked>> {
    if (asksForNothing(text)) throw Refusal.because('asks-for-nothing', { said: text.trim().slice(0, 20) });
    const here = await casesHere({ ...turn, audience: turn.room.audience });
    if (id !== undefined) return { found: { one: caseAmong(id, here), scope: here.scope } };
    const all = casesLike(here.all, {});
    if (all.length === 0) throw Refusal.because('no-such-case');
    const offered = all.slice(0, OFFERED);
    const card = whichCaseCard(offered, text, all.length - offered.length);
    return asksBack(['case'], showing(card, shownOfCases(offered, here.scope, true)));
  },

  async run({ text }, { who, from, store, changeOf }, { one, scope }) {
    const { id, content, municipality } = one;
    const { code, name } = municipality;
    const partition = municipal(code);
    const all = await store.caseQuestions.list(partition, CASE_QUESTIONS);
    const same = all.find(({ value }) => value.by === who.id && value.case === id && value.text === text)?.value;
    const question: CaseQuestion = same ?? { ...from, id: `question-${from.ask}`, case: id, municipality: code, text };
    const change = changeOf(code);
    if (!same) {
      await change('caseQuestions', { partition, id: question.id }, (known) => known ?? question);
      await ringBell({ change });
    }
    const card = caseAskedCard(question, { title: content.title, municipality: name });
    return { card: showing(card, shownOfCases([one], scope, true)) };
  },
});
