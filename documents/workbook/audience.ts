import type { Invitee } from '../../programme/meetings/audience.ts';
import { type Callable, callable, circleSaid, partsSaid, peopleSaid } from '../../programme/meetings/audience-said.ts';
import { audienceOf, circleNames, type MeetingAudience } from '../../programme/meetings/party.ts';
import type { Member, Role } from '../../programme/member.ts';
import { withoutFormer } from '../../programme/person-name.ts';
import { type Cell, unreadable } from './cells.ts';
import { type Problem, problem } from './fault.ts';
import { municipalityInCell } from './municipality-cells.ts';
import { plain } from './said.ts';

/** What 対象 says, and how its municipalities are found; who of 名簿 is named is seen once that is read. */
export type AudienceSaid = { readonly text: string; readonly townOf: (part: string) => string | Problem };

const words = Object.values(circleNames);
const EXPECTS = `「${words.join('」「')}」、団体コードか市町村名、名簿の氏名を「、」で区切って書いてください`;
/** All municipalities of a prefecture fit, and all its people do not have to. */
const LONGEST = 2000;

/** For whom a meeting is: any of the circles, municipalities and people. */
export const audience: Cell<AudienceSaid> = {
  expects: EXPECTS,
  width: 26,
  format: '@',
  list: { words, strict: false },
  read(said, { places }) {
    const text = plain(said);
    if (said.kind === 'moment' || said.kind === 'flag' || /^[\s、,]*$/.test(text)) return unreadable(said, EXPECTS);
    if (text.length > LONGEST) return problem(`${text.length}字あり、長すぎます`, EXPECTS);
    return { value: { text, townOf: (part) => municipalityInCell(part, places) } };
  },
};

/** Somebody of 名簿, as the rules for meetings see people. */
export type Listed = Invitee & Pick<Member, 'name' | 'office'> & { readonly row: number };

/** A cell with more strangers than these has been filled with something else. */
const MOST_STRANGERS = 5;

/** Whom a cell names, and what is wrong with parts of it. */
export function audienceIn(
  { text, townOf }: AudienceSaid,
  roster: Callable<Listed>,
): { readonly audience: MeetingAudience; readonly wrong: readonly Problem[] } {
  const peopleOf = (part: string) => (circleSaid(part) ? [] : peopleSaid(part, roster));
  const partyOf = (part: string): string | Problem =>
    circleSaid(part) ?? personIn(peopleOf(part), part) ?? townOf(part);
  const parts = partsSaid(
    text,
    (part) => peopleOf(part).length > 0 || typeof partyOf(part) === 'string',
    MOST_STRANGERS,
  );
  const found = [...new Set(parts)].map(partyOf);
  return {
    audience: audienceOf(found.filter((party) => typeof party === 'string')),
    wrong: found.filter((party) => typeof party !== 'string').map(orPerson),
  };
}

function personIn(found: readonly Listed[], said: string): string | Problem | undefined {
  const [one, ...others] = found;
  if (others.length > 0) {
    const rows = found.map(({ row }) => row).join('・');
    return problem(
      `「${said}」は名簿に${found.length}人います（${rows}行目）`,
      `「${one?.office} ${one?.name}」のように所属を付けて書いてください`,
    );
  }
  if (one?.role !== 'observer') return one?.id;
  return problem(
    `「${said}」は役割が「閲覧」の方です`,
    '会議に呼ばないときは消し、呼ぶときは名簿の役割を直してください',
  );
}

/** What is no municipality might have been meant as a person. */
const orPerson = (found: Problem): Problem =>
  found.unknown === undefined || /^\d/.test(found.unknown)
    ? found
    : {
        ...found,
        problem: found.problem.replace('「市町村」シートにありません', '「市町村」シートにも「名簿」にもありません'),
      };

/** 名簿, as far as it could be read. */
type Roster = {
  readonly lines: readonly {
    readonly row: number;
    readonly is: {
      readonly name?: string | undefined;
      readonly office?: string | undefined;
      readonly role?: Role | undefined;
      readonly municipalities?: readonly string[] | undefined;
    };
  }[];
};

/** Its people. */
export function listedIn(roster: Roster): Callable<Listed> {
  const listed = roster.lines.flatMap(({ row, is }): Listed[] => {
    const { name, office = '', role = 'municipal', municipalities = [] } = is;
    if (name === undefined) return [];
    const who = { name: withoutFormer(name).name, office, role, municipalities: [...municipalities] };
    return [{ ...who, row, id: `member-${row}`, active: true }];
  });
  return callable(listed);
}
