import { z } from 'zod';
import { showing } from '../../../cards/card.ts';
import { caseAnswerArrivedCard } from '../../../cards/cases/case-questions.ts';
import { may } from '../../../programme/may.ts';
import { daily, fallsIn } from '../../../programme/schedule.ts';
import { municipal } from '../../../storage/collections.ts';
import { type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { memberNames } from '../people/people.ts';
import { casesHere, shownOfCases } from './read-cases.ts';
import { caseQuestionsThen } from './read-questions.ts';

const AnswerItem = z.object({ municipality: z.string(), question: z.string(), step: z.string() });

/** An answer goes to whoever asked as soon as an office is open, 1:1; what they may no longer see of the case is not in it. */
export const caseAnswer = defineJob({
  name: 'case-answer',
  called: '事例の質問への回答',
  withdraws: { gone: '質問がなくなったため送りませんでした', left: '名簿から外れたため送りませんでした' },
  item: AnswerItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    return (await caseQuestionsThen(planning)).flatMap(({ id, municipality, by, answers = [] }) => {
      const asker = planning.members.find((member) => member.id === by);
      if (!asker) return [];
      return answers
        .filter(({ at }) => fallsIn(slot, at))
        .map(
          ({ ask, at }): DueItem<z.infer<typeof AnswerItem>> => ({
            recipient: { kind: 'member', id: asker.id },
            municipality,
            about: `${id}-${ask}`,
            at: new Date(at),
            item: { municipality, question: id, step: ask },
          }),
        );
    });
  },

  async card({ municipality, question: id, step }, { store, who, now }) {
    const question = (await store.caseQuestions.get(municipal(municipality), id))?.value;
    const answer = question?.answers?.find(({ ask }) => ask === step);
    if (!question || !answer) return withdraw('gone');
    if (!who || !may(who, 'cases')) return withdraw('left');
    const here = await casesHere({ store, who, now, audience: undefined });
    const seen = here.all.filter((one) => one.id === question.case);
    const [one] = seen;
    const nameOf = await memberNames(store, 'さん');
    const as = one && { title: one.content.title, municipality: one.municipality.name };
    const card = caseAnswerArrivedCard(question, { text: answer.text, by: nameOf(answer.by) }, as);
    return showing(card, shownOfCases(seen, here.scope, true));
  },
});
