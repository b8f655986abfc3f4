import { z } from 'zod';
import { caseQuestionArrivedCard } from '../../../cards/cases/case-questions.ts';
import { isOpenQuestion } from '../../../programme/cases/case-question.ts';
import { dayOf } from '../../../programme/day.ts';
import { daily, fallsIn } from '../../../programme/schedule.ts';
import { municipal } from '../../../storage/collections.ts';
import { type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { leadsOn } from '../people/on-duty.ts';
import { caseQuestionsThen, questionView } from './read-questions.ts';

const QuestionItem = z.object({ municipality: z.string(), question: z.string() });

/** A question about a case goes to the secretariat as soon as an office is open: 1:1, with its text read when it is sent. */
export const caseQuestion = defineJob({
  name: 'case-question',
  called: '事例への質問のお知らせ',
  withdraws: { gone: '質問がなくなったため送りませんでした', answered: '回答済みのため送りませんでした' },
  item: QuestionItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const asked = (await caseQuestionsThen(planning)).filter(({ at }) => fallsIn(slot, at));
    return asked.flatMap(({ id, municipality, at }) =>
      leadsOn('secretariat', dayOf(new Date(at)), planning).map(
        (member): DueItem<z.infer<typeof QuestionItem>> => ({
          recipient: { kind: 'member', id: member.id },
          municipality,
          about: id,
          at: new Date(at),
          item: { municipality, question: id },
        }),
      ),
    );
  },

  async card({ municipality, question: id }, { store }) {
    const question = (await store.caseQuestions.get(municipal(municipality), id))?.value;
    if (!question) return withdraw('gone');
    if (!isOpenQuestion(question)) return withdraw('answered');
    return caseQuestionArrivedCard(await questionView(question, store));
  },
});
