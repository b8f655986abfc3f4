import type { CaseQuestionView } from '../../../cards/cases/case-questions.ts';
import { currentCase } from '../../../programme/cases/case.ts';
import { CASE_QUESTIONS, type CaseQuestion, isOpenQuestion } from '../../../programme/cases/case-question.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { itemName } from '../../../programme/shown.ts';
import { MEMBERS, municipal, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn, municipalityNames } from '../../../storage/municipalities.ts';
import { oncePerLook } from '../../job.ts';
import { memberNames } from '../people/people.ts';
import { caseNamed } from './read-cases.ts';

/** Every question about a case: those that wait for an answer first, the oldest of them before the others. */
export async function caseQuestionsIn(store: Store): Promise<readonly CaseQuestion[]> {
  const towns = await municipalitiesIn(store);
  const found = await Promise.all(towns.map(({ code }) => store.caseQuestions.list(municipal(code), CASE_QUESTIONS)));
  const all = found.flat().map(({ value }) => value);
  const [open, done] = [all.filter(isOpenQuestion), all.filter((each) => !isOpenQuestion(each))];
  const byDay = (a: CaseQuestion, b: CaseQuestion) => a.at.localeCompare(b.at);
  return [...open.toSorted(byDay), ...done.toSorted(byDay).toReversed()];
}

/** The same, for the slots of a look. */
export const caseQuestionsThen = oncePerLook(({ store }) => caseQuestionsIn(store));

/** @throws Refusal where there is none of this id */
export async function caseQuestionNamed(id: string, store: Store): Promise<CaseQuestion> {
  const found = (await caseQuestionsIn(store)).find((each) => each.id === id);
  if (!found) throw Refusal.because('old-card');
  return found;
}

/** A question with what people call everything in it, for the secretariat. */
export async function questionView(question: CaseQuestion, store: Store): Promise<CaseQuestionView> {
  return viewOf(question, await namesIn(store), store);
}

/** The same of several, in their order. */
export async function questionViews(
  questions: readonly CaseQuestion[],
  store: Store,
): Promise<readonly CaseQuestionView[]> {
  const names = await namesIn(store);
  return Promise.all(questions.map((question) => viewOf(question, names, store)));
}

async function namesIn(store: Store) {
  const [townName, nameOf] = await Promise.all([municipalityNames(store), memberNames(store, 'さん')]);
  return { townName, nameOf };
}

async function viewOf(
  question: CaseQuestion,
  { townName, nameOf }: Awaited<ReturnType<typeof namesIn>>,
  store: Store,
): Promise<CaseQuestionView> {
  const [one, by] = await Promise.all([caseNamed(question.case, store), store.members.get(MEMBERS, question.by)]);
  const title = one && (currentCase(one).content.texts.title ?? itemName(one.item));
  return { question, town: townName(question.municipality), title: title ?? '事例', by: by?.value, nameOf };
}
