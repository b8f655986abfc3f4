import { ask } from '../../programme/asks.ts';
import { channelChoices, channels } from '../../programme/channel.ts';
import { fullDate, shortMoment } from '../../programme/day.ts';
import { dutiesSaid } from '../../programme/duty.ts';
import { type Member, Role, roleNames } from '../../programme/member.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { SettingChange } from '../../programme/setting-change.ts';
import { buttons, type Card, card, facts, list, type Node, notice, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

export type RosterView = {
  readonly people: readonly { readonly who: Member; readonly towns: string }[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly municipality?: Municipality | undefined;
  /** Whose 役割 alone are shown. */
  readonly role?: Role | undefined;
};

/** Who takes part, a page at a time; a person opens. */
export function rosterCard({ people, all, page, pages, municipality, role }: RosterView): Card {
  const of = { municipality: municipality?.code, member: role && roleNames[role] };
  const place = municipality?.name ?? (role && roleNames[role]);
  const to = (target: number) => ask('show-roster', { ...of, page: target });
  return card(
    '名簿',
    `名簿${place ? ` ${place}` : ''}: ${all}人（${page}/${pages}）`,
    text(`${place ? `${place}　` : ''}${all}人`, 'strong'),
    list(
      people.map(({ who, towns }) => ({
        title: `${who.name}${who.lead ? '（主担当）' : ''}`,
        detail: [roleNames[who.role], dutiesSaid(who.duties), who.office, towns, channels[who.chat].called]
          .filter((part) => part !== '')
          .join('・'),
        ask: ask('show-roster', { member: who.id }),
      })),
    ),
    text('「名簿 山田」「名簿 市町村名」「名簿 事務局」のように送ると、しぼって確かめられます。', 'quiet'),
    buttons(...pageButtons(page, pages, to), { label: '人を足す', ask: ask('add-member') }),
  );
}

export type MemberView = {
  readonly who: Member;
  readonly towns: string;
  /** The last change in chat, and who made it. */
  readonly last?: { readonly change: SettingChange; readonly name: string } | undefined;
  /** By input: what was wrong with what was filled in. */
  readonly errors?: Readonly<Record<string, string>>;
};

/** One person of the roster, with the form that changes them. */
export function memberCard(view: MemberView): Card {
  const { who, towns, last } = view;
  return card(
    `${who.name}さん`,
    `名簿 ${who.name}さん（${who.office}）`,
    facts(
      ['役割', roleNames[who.role]],
      ['所属', who.office],
      ['担当市町村', towns || 'なし'],
      ['メール', who.email ?? 'なし'],
      ['チャット', channels[who.chat].called],
      ['主担当', who.lead ? '○' : 'なし'],
      ...bindingFacts(who),
    ),
    last
      ? text(`最後の変更: ${shortMoment(new Date(last.change.at))} ${last.change.title}（${last.name}）`, 'quiet')
      : [],
    memberForm(view, '変える'),
    buttons({ label: '名簿から外す', ask: ask('remove-member', { member: who.id }), look: 'danger' }),
  );
}

/** Only what the roster has a column for. */
function bindingFacts({ duties, party, pledged }: Member): readonly (readonly [string, string])[] {
  return [
    ...(duties === undefined ? [] : [['役目', dutiesSaid(duties) || 'なし'] as const]),
    ...(party ? [['再委託先', party] as const] : []),
    ...(pledged === undefined ? [] : [['誓約日', pledged === 'none' ? 'なし' : fullDate(pledged)] as const]),
  ];
}

/** The question what of somebody is to be changed. */
export function changeMemberCard(view: MemberView): Card {
  const wrong = Object.values(view.errors ?? {});
  return card(
    '名簿変更',
    `名簿変更 ${view.who.name}さん: 変えるところを入力してください。`,
    text(`${view.who.name}さん（${view.who.office}）`, 'strong'),
    wrong.length > 0 ? notice('attention', wrong.join('\n')) : text('変えるところだけ直してください。', 'quiet'),
    memberForm(view),
  );
}

function memberForm({ who, towns, errors = {} }: MemberView, opensBy?: string): Node {
  const line = { type: 'text', required: false } as const;
  return {
    kind: 'form',
    parts: [
      {
        intro: [],
        fields: [
          { ...line, name: 'email', label: 'メール', value: who.email, maxLength: 120, error: errors['email'] },
          { ...line, name: 'name', label: '氏名', value: who.name, maxLength: 40 },
          { ...line, name: 'office', label: '所属', value: who.office, maxLength: 60 },
          {
            type: 'choice',
            name: 'chat',
            label: 'チャット',
            required: false,
            value: who.chat,
            choices: channelChoices,
          },
          {
            type: 'choice',
            name: 'role',
            label: '役割',
            required: false,
            value: who.role,
            choices: Role.options.map((value) => ({ value, label: roleNames[value] })),
          },
          {
            ...line,
            name: 'municipalities',
            label: '担当市町村',
            value: towns,
            maxLength: 400,
            hint: '市町村名を「、」で区切って',
          },
          {
            ...line,
            name: 'duties',
            label: '役目',
            value: dutiesSaid(who.duties),
            maxLength: 60,
            hint: '承諾者、PM、業務責任者、連絡窓口。無くすときは「なし」',
            error: errors['duties'],
          },
        ],
      },
    ],
    submit: '確かめる',
    ask: ask('change-member', { member: who.id }),
    ...(opensBy ? { opensBy } : {}),
  };
}
