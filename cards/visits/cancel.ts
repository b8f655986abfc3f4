import { ask } from '../../programme/asks.ts';
import { isCancelled, type Meeting, meetingTime } from '../../programme/meetings/meeting.ts';
import { visitTextLimits } from '../../programme/visits/inputs.ts';
import { buttons, type Card, card, list, notice, offering, text } from '../card.ts';

type Named = { readonly meeting: Meeting; readonly town: string };
const visitOf = ({ id }: Meeting) => ({ visit: `visit-${id}` });

/** Asks why a visit does not take place. */
export function cancelVisitForm({ meeting, town }: Named): Card {
  return card(
    '訪問中止',
    `${town} ${meetingTime(meeting)} の訪問を中止にします。理由を入力してください。`,
    text(`${town} ${meetingTime(meeting)}`, 'strong'),
    text('この訪問を中止にします。理由は、訪問先の方にも表示されます。', 'quiet'),
    {
      kind: 'form',
      parts: [
        {
          intro: [],
          fields: [
            {
              ...{ type: 'text', name: 'reason', label: '中止の理由', required: true },
              ...{ maxLength: visitTextLimits.short, hint: '例: 大雪のため' },
            },
          ],
        },
      ],
      submit: '中止する',
      ask: ask('cancel-visit', visitOf(meeting)),
    },
  );
}

/** Which visit is called off, where there are several. */
export function chooseVisitToCancel(visits: readonly Named[], reason: string | undefined): Card {
  return offering(
    '訪問中止',
    '訪問中止: どの訪問ですか。',
    text('どの訪問ですか。', 'strong'),
    list(
      visits.map(({ meeting, town }) => ({
        title: `${town} ${meetingTime(meeting)}`,
        ask: ask('cancel-visit', { ...visitOf(meeting), reason }),
        does: '中止にする',
      })),
    ),
    text('まだ中止していません。', 'quiet'),
  );
}

/** Nothing that could be called off. */
export function noVisitToCancel(): Card {
  const sentence = '中止にできる訪問の予定はありません。';
  return card(
    '訪問中止',
    sentence,
    notice('quiet', sentence),
    buttons({ label: '会議の予定', ask: ask('show-meetings') }),
  );
}

/** Called off, or on again. */
export function visitCancelledCard({ meeting, town }: Named): Card {
  const cancelled = isCancelled(meeting);
  const sentence = cancelled
    ? '訪問を中止にしました。訪問先の方の予定にも、中止と理由を表示します。'
    : '訪問を予定に戻しました。';
  return card(
    cancelled ? '中止にしました' : '予定に戻しました',
    `${town} ${meetingTime(meeting)} ${sentence}`,
    notice('good', sentence),
    text(`${town} ${meetingTime(meeting)}`),
    cancelled && meeting.reason ? text(`理由: ${meeting.reason}`, 'quiet') : [],
    buttons(
      cancelled
        ? { label: '中止を取り消す', ask: ask('cancel-visit', { ...visitOf(meeting), back: 'yes' }) }
        : { label: '中止する', look: 'danger', ask: ask('cancel-visit', visitOf(meeting)) },
      { label: '会議の予定', ask: ask('show-meetings') },
    ),
  );
}
