import { ask } from '../../programme/asks.ts';
import type { AgendaEntry } from '../../programme/meetings/agenda.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { buttons, type Card, card, facts, type Node, text } from '../card.ts';
import { whenFacts } from './meeting.ts';

export type AgendaView = {
  readonly meeting: Meeting;
  readonly entries: readonly AgendaEntry[];
  /** Whether topics may still be added, by this person. */
  readonly mayAdd: boolean;
};

const NUMBERS = ['１', '２', '３', '４', '５', '６', '７', '８', '９'];

/** 次第, in the order of the paper that lies on the table. */
export function agendaCard({ meeting, entries, mayAdd }: AgendaView, said?: Node): Card {
  const titles = entries.filter(({ lines }) => lines.length > 0).map(({ title }) => title);
  return card(
    `${meeting.title}　次第`,
    `${meeting.title}の次第: ${titles.length > 0 ? titles.join('、') : '議題はまだありません'}`,
    said ?? [],
    facts(...whenFacts(meeting), ['場所', meeting.place || '未定']),
    entries.flatMap(({ title, lines }, at) => [
      text(`${NUMBERS[at] ?? at + 1}　${title}`, 'strong'),
      ...lines.map((line) => text(`・${line}`)),
    ]),
    mayAdd ? topicForm(meeting) : [],
    buttons({ label: '会議に戻る', ask: ask('show-meetings', { meeting: meeting.id }) }),
  );
}

function topicForm(meeting: Meeting): Node {
  return {
    kind: 'form',
    parts: [
      {
        intro: [],
        fields: [
          {
            type: 'text',
            name: 'text',
            label: '話し合いたいこと',
            required: true,
            maxLength: 300,
            lines: 'many',
            hint: '会議に呼ばれている人が見ます。個人名は書かないでください。',
          },
        ],
      },
    ],
    submit: '議題に加える',
    ask: ask('add-agenda', { meeting: meeting.id }),
  };
}
