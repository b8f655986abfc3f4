import { caseAskedCard, whichCaseCard } from '../../../cards/cases/case-questions.ts';
import { CASE_QUESTIONS, type CaseQuestion } from '../../../programme/cases/case-question.ts';
import { casesLike } from '../../../programme/cases/case-search.ts';
import { rung } from '../../../programme/lease.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { LEASES, municipal } from '../../../storage/collections.ts';
import { asksForNothing } from '../../asks-for-nothing.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { type ShownCase, shownCase, shownCases } from './read-cases.ts';

/** As many as somebody looks through; any other one is opened first. */
const OFFERED = 6;

export const askAboutCase = defineCommand({
  name: 'ask-about-case',
  says: ['事例を聞く', '事例について聞く'],
  help: '開いた事例について、事務局に聞きます。答えは1対1で届きます。',
  example: '事例を聞く',
  english: 'Ask the secretariat about a case.',
  group: { title: '承諾と共有', order: 3 },
  needs: 'cases',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'free',

  async prepare({ case: id, text }, turn): Promise<Prepared<ShownCase>> {
    if (asksForNothing(text)) throw Refusal.because('asks-for-nothing', { said: text.trim().slice(0, 20) });
    const reader = { ...turn, audience: turn.room.audience };
    if (id !== undefined) return { found: await shownCase(id, reader) };
    const all = casesLike(await shownCases(reader), {});
    if (all.length === 0) throw Refusal.because('no-such-case');
    return asksBack(['case'], whichCaseCard(all.slice(0, OFFERED), text, all.length - OFFERED));
  },

  async run({ text }, { who, from, store, changeOf }, { id, content, municipality }) {
    const { code, name } = municipality;
    const partition = municipal(code);
    const all = await store.caseQuestions.list(partition, CASE_QUESTIONS);
    const same = all.find(({ value }) => value.by === who.id && value.case === id && value.text === text)?.value;
    const question: CaseQuestion = same ?? { ...from, id: `question-${from.ask}`, case: id, municipality: code, text };
    const change = changeOf(code);
    if (!same) {
      await change('caseQuestions', { partition, id: question.id }, (known) => known ?? question);
      // Whoever sends looks again at once, and not only at the next planning.
      await change('leases', { partition: LEASES, id: 'dispatcher' }, rung);
    }
    return { card: caseAskedCard(question, { title: content.title, municipality: name }) };
  },
});
