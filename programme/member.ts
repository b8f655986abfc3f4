import { z } from 'zod';
import { Leave } from './absence.ts';
import { ChannelName, channels } from './channel.ts';
import { Day } from './day.ts';
import { defineKind, inOne, ofNoYear } from './kind.ts';
import { WeeklySlot } from './programme.ts';
import { circleCell, exportSheet } from './sheet.ts';
import { servedOn, Term } from './term.ts';

export const Role = z.enum(['municipal', 'expert', 'secretariat', 'prefecture', 'observer']);
export type Role = z.infer<typeof Role>;

export const roleNames: Readonly<Record<Role, string>> = {
  municipal: '市町村職員',
  expert: '派遣人材',
  secretariat: '事務局',
  prefecture: '県',
  observer: '閲覧',
};

/** What a person has chosen for the weekly prompts; what is absent is as the programme has it. */
export const Preference = z.object({
  weekday: WeeklySlot.shape.weekday.optional(),
  time: WeeklySlot.shape.time.optional(),
  off: z.boolean().optional(),
  channel: ChannelName.optional(),
});
export type Preference = z.infer<typeof Preference>;

/** 役目: what a person answers for, beside their role. */
export const dutyNames = {
  consenter: '承諾者',
  pm: 'PM',
  responsible: '業務責任者',
  contact: '連絡窓口',
} as const;
export type Duty = keyof typeof dutyNames;
export const Duty = z.enum(Object.keys(dutyNames) as [Duty, ...Duty[]]);

/** A person of the roster. */
export const Member = z.object({
  /** Stable across imports; never a name, so that it may stand in logs. */
  id: z.string(),
  name: z.string().min(1),
  role: Role,
  office: z.string(),
  /** 団体コード. Empty for roles that see everything. */
  municipalities: z.array(z.string()),
  email: z.string().optional(),
  chat: ChannelName,
  /** 主担当: asked first. */
  lead: z.boolean(),
  /** False once a newer roster no longer lists the person: access ends, history stays. */
  active: z.boolean(),
  /** 派遣人材: from when until when each municipality is served; one without a term is served as long as it is listed. */
  terms: z.array(Term).optional(),
  /** 専門 of a 派遣人材: ids of items. Who has some and no municipality is of the pool. */
  expertise: z.array(z.string()).optional(),
  /** 圏域 where a 派遣人材 is at home. */
  area: z.string().optional(),
  /** 自治体実務経験 of a 派遣人材. */
  experienced: z.boolean().optional(),
  /** 役目; absent where the roster has never said which: nothing is asked of anybody then. */
  duties: z.array(Duty).optional(),
  /** 再委託先 the person is of, by its name; empty for one's own, absent where the roster has never said. */
  party: z.string().optional(),
  /** 誓約日 of the 秘密保持の誓約; absent where the roster has never said: nobody is kept out for it then. */
  pledged: z.union([Day, z.literal('none')]).optional(),
  /** Set by the person; the roster never touches these. */
  preference: Preference.optional(),
  leave: z.array(Leave).optional(),
});
export type Member = z.infer<typeof Member>;

/** Two ways of writing one address. Only A to Z have two cases there: no other letter is taken for one of them. */
export function sameEmail(a: string, b: string): boolean {
  const plain = (email: string) => email.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return plain(a) === plain(b);
}

/** Products in which a person can be written to before they ever wrote: the roster has them there, by e-mail. */
export function chatsByEmail({ email, chat, preference }: Member): readonly ChannelName[] {
  if (email === undefined) return [];
  const theirs = [preference?.channel, chat];
  return ChannelName.options.filter((name) => channels[name].writesFirst && theirs.includes(name));
}

/** The person as of a day: with the municipalities that are served then, and no others. */
export function memberOn(member: Member, day: Day): Member {
  const municipalities = servedOn(member, day);
  return municipalities.length === member.municipalities.length ? member : { ...member, municipalities };
}

/** The one municipality a person acts for, when there is exactly one. */
export function homeOf(who: Member): string | undefined {
  return who.municipalities.length === 1 ? who.municipalities[0] : undefined;
}

/** An officer is of a municipality and leaves with it; an expert only stops visiting it. */
const isOfficer = ({ role }: Member): boolean => role === 'municipal' || role === 'observer';
const isOfficerOf = (member: Member, code: string): boolean =>
  isOfficer(member) && member.municipalities.length === 1 && member.municipalities[0] === code;

function withoutMunicipality(member: Member, code: string): Member {
  const { terms, ...rest } = member;
  const others = terms?.filter(({ municipality }) => municipality !== code);
  const municipalities = member.municipalities.filter((each) => each !== code);
  return { ...rest, municipalities, ...(others && others.length > 0 ? { terms: others } : {}) };
}

/** The people of a municipality itself; not those who only serve it. */
export const officersOf = (members: readonly Member[], code: string): readonly Member[] =>
  members.filter(({ role, municipalities }) => role === 'municipal' && municipalities.includes(code));

export const MEMBERS = '_members';

export const members = defineKind({
  name: 'members',
  called: '名簿',
  container: 'state',
  schema: Member,
  ...inOne(MEMBERS),
  id: ({ id }) => id,
  belongsTo: (member, { code }) => {
    if (isOfficerOf(member, code)) return { own: member };
    if (!member.municipalities.includes(code)) return undefined;
    const rest = withoutMunicipality(member, code);
    return isOfficer(member) ? { own: { ...member, municipalities: [code] }, rest } : { rest };
  },
  ofOneMunicipality: isOfficerOf,
  ofYear: ofNoYear,
  keptFor: { always: 'the history of the programme names them' },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<Member>('名簿', 'people', {
        氏名: ({ name }) => name,
        役割: ({ role }) => roleNames[role],
        所属: ({ office }) => office,
        担当市町村: ({ municipalities }, { townName }) => municipalities.map(townName).join('、'),
        メール: ({ email }) => email,
        チャット: ({ chat }) => channels[chat].called,
        主担当: ({ lead }) => circleCell(lead),
        利用中: ({ active }) => circleCell(active),
      }),
    ],
  },
  erasedLast: 'landmarks',
  takenBack: { never: 'what people set of themselves, they set again' },
  audited: true,
  ofTheChat: [],
});
