import fc from 'fast-check';
import { type Member, Role } from '../member.ts';
import { audienceName, forNobody, isInvited, mayConvene, maySeeMeeting, numberOf, seriesTitle } from './audience.ts';
import { kindOfTitle, type Meeting, meetingId, meetingTime, meetingUid, withMeetingChange } from './meeting.ts';
import { audienceOf, MeetingAudience } from './party.ts';
import { meetingsInOrder, meetingsNear, meetingsSaid, nextOfEach } from './said.ts';

const from = { by: 'member-1', at: '2024-11-06T01:00:00.000Z', via: 'teams', ask: 'a1' };
const meeting: Meeting = {
  id: meetingId({ title: '第4回 進捗状況確認会議', day: '2024-11-21', start: '14:00' }),
  title: '第4回 進捗状況確認会議',
  kind: 'progress',
  day: '2024-11-21',
  start: '14:00',
  end: '15:30',
  place: 'オンライン',
  audience: ['all'],
};
const OWN = '203033';
const OTHER = '203041';
const member = (role: Role, municipalities: string[] = role === 'secretariat' || role === 'prefecture' ? [] : [OWN]) =>
  ({ id: 'm', name: '山田', role, office: '', municipalities, chat: 'teams', lead: true, active: true }) as Member;

describe('a meeting that changes', () => {
  it('keeps its identity, counts every change and nothing that is none', () => {
    const moved = withMeetingChange(meeting, { day: '2024-11-22' }, from);
    expect(moved.moves).toEqual([from]);
    expect(withMeetingChange(moved, { end: '16:00' }, from).moves).toEqual([from]);
    expect(moved).toMatchObject({ id: meeting.id, day: '2024-11-22', sequence: 1, changed: from });
    expect(meetingUid(moved)).toBe(meetingUid(meeting));
    expect(withMeetingChange(moved, { day: '2024-11-22', status: 'scheduled' }, from)).toBe(moved);
    expect(withMeetingChange(moved, { status: 'cancelled' }, from)).toMatchObject({ status: 'cancelled', sequence: 2 });
  });

  it('reads in short', () => expect(meetingTime(meeting)).toBe('11/21(木) 14:00–15:30'));

  it.each([
    ['第4回 進捗状況確認会議', 'progress'],
    ['個別打ち合わせ', 'working'],
    ['DX基礎研修', 'training'],
    ['首長懇談会', 'other'],
  ])('%s is a kind of its own', (title, kind) => expect(kindOfTitle(title)).toBe(kind));

  it('has a number and a series', () => {
    expect([numberOf('第１２回　進捗'), numberOf('打合せ')]).toEqual([12, undefined]);
    expect([seriesTitle('第4回 進捗状況確認会議'), seriesTitle('打合せ')]).toEqual(['進捗状況確認会議', '打合せ']);
  });
});

describe('who is asked to come', () => {
  const table: readonly (readonly [Meeting['audience'], readonly Role[]])[] = [
    [['all'], ['municipal', 'expert', 'secretariat', 'prefecture']],
    [['supported'], ['municipal', 'expert', 'secretariat']],
    [['prefecture'], ['secretariat', 'prefecture']],
    [['secretariat'], ['secretariat']],
    [['experts'], ['expert', 'secretariat']],
    [
      ['prefecture', 'secretariat', OWN],
      ['municipal', 'expert', 'secretariat', 'prefecture'],
    ],
    [
      ['experts', OTHER],
      ['expert', 'secretariat'],
    ],
    [
      [OWN, '203050'],
      ['municipal', 'expert', 'secretariat'],
    ],
    [[OTHER], ['secretariat']],
  ];
  it.each(table)('to a meeting for %s', (audience, roles) => {
    expect(Role.options.filter((role) => isInvited(member(role), { audience }))).toEqual(roles);
  });

  it('nobody whose access has ended', () => {
    for (const role of Role.options) expect(isInvited({ ...member(role), active: false }, meeting)).toBe(false);
  });

  it('knows of it only when invited, or as the prefecture; never in a room it does not concern', () => {
    const anyAudience = fc.subarray<string>(['prefecture', 'secretariat', 'all', 'supported', 'experts', OWN, OTHER], {
      minLength: 1,
    });
    const anyRoom = fc.constantFrom(undefined, 'none', 'prefecture', 'secretariat', OWN, OTHER);
    fc.assert(
      fc.property(
        fc.constantFrom(...Role.options),
        anyAudience,
        anyRoom,
        fc.boolean(),
        (role, audience, room, isSupported) => {
          const who = member(role);
          const sees = maySeeMeeting(who, { audience }, room, isSupported);
          const isForTown = audience.includes('all') || (isSupported && audience.includes('supported'));
          const isOfRoom = (room !== OWN && room !== OTHER) || isForTown || audience.includes(room);
          const expected = isInvited(who, { audience }) || role === 'prefecture';
          expect(sees).toBe(expected && isOfRoom && room !== 'none');
        },
      ),
    );
  });

  it('is called by the secretariat, or by an expert for the assigned municipalities', () => {
    const callers = (audience: Meeting['audience']) =>
      Role.options.filter((role) => mayConvene(member(role), { audience }));
    expect(callers(['all'])).toEqual(['secretariat']);
    expect(callers([OWN])).toEqual(['expert', 'secretariat']);
    expect(callers([OWN, OTHER])).toEqual(['secretariat']);
  });

  it('is said in words', () => {
    const names: Readonly<Record<string, string>> = {
      203033: '小海町',
      203041: '川上村',
      203050: '南牧村',
      204129: '青木村',
    };
    const town = (code: string) => names[code] ?? code;
    const said = (...parties: string[]) => audienceName(audienceOf(parties), { town, person: (id) => id.slice(7) });
    expect(said('all')).toBe('全市町村');
    expect(said('203033', '203041', '203050')).toBe('小海町、川上村、南牧村');
    expect(said('203033', '203041', '203050', '204129')).toBe('小海町ほか3団体');
    expect(said('203033', 'member-花子', 'secretariat', 'prefecture')).toBe('県、事務局、小海町、花子');
    expect(audienceName(['experts', 'member-a', 'member-b'], { town })).toBe('派遣人材、指名の方2人');
  });

  it('to a visit come its municipality and who visits; the secretariat and the prefecture know of it', () => {
    const visit: Meeting = {
      ...{ ...meeting, kind: 'visit', audience: [OWN, 'member-visits'] },
      visit: { expert: 'member-visits', mode: 'in-person' },
    };
    const of = (role: Role, id: string, municipalities?: string[]) => ({ ...member(role, municipalities), id });
    const people = [
      of('municipal', 'of-it'),
      of('expert', 'member-visits'),
      of('expert', 'another'),
      of('municipal', 'of-another', [OTHER]),
      ...[of('secretariat', 'office'), of('prefecture', 'pref')],
    ];
    const named = (does: (who: Member) => boolean) => people.filter(does).map(({ id }) => id);
    expect(named((who) => isInvited(who, visit))).toEqual(['of-it', 'member-visits']);
    expect(named((who) => maySeeMeeting(who, visit, undefined))).toEqual(['of-it', 'member-visits', 'office', 'pref']);
  });

  it('may be somebody by name, who comes whatever is done for others', () => {
    const hanako = { ...member('municipal'), id: 'member-hanako' };
    expect(isInvited(hanako, { audience: ['member-hanako', 'prefecture'] })).toBe(true);
    expect(isInvited({ ...hanako, active: false }, { audience: ['member-hanako'] })).toBe(false);
    expect(isInvited({ ...hanako, role: 'observer' }, { audience: ['member-hanako'] })).toBe(false);
    const own = { audience: ['member-hanako'], scheduledBy: member('expert').id };
    expect(mayConvene(member('expert'), own)).toBe(true);
    expect(mayConvene({ ...member('expert'), id: 'member-other' }, own)).toBe(false);
  });

  it('is nobody where nobody of the roster is meant', () => {
    const people = [member('municipal'), member('secretariat'), { ...member('observer'), id: 'member-observer' }];
    expect(forNobody(['prefecture', 'secretariat', 'all', 'experts', OWN, OTHER, 'member-observer'], people)).toEqual([
      'prefecture',
      'experts',
      OTHER,
      'member-observer',
    ]);
  });

  it('is the same set however it is said', () => {
    const parties = fc.subarray(['prefecture', 'secretariat', 'all', OWN, OTHER, 'member-a', 'member-b'], {
      minLength: 1,
    });
    fc.assert(
      fc.property(parties, fc.nat(), (all, turn) => {
        const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length), ...all];
        expect(audienceOf(turned)).toEqual(audienceOf(all));
        expect(MeetingAudience.parse(audienceOf(turned))).toHaveLength(all.length);
      }),
    );
  });
});

describe('the meeting somebody means', () => {
  const today = '2024-11-06';
  const other: Meeting = { ...meeting, id: 'meeting-b', title: '小海町 個別打合せ', day: '2024-11-07' };
  const fifth: Meeting = { ...meeting, id: 'meeting-c', title: '第5回 進捗状況確認会議', day: '2024-12-19' };
  const all = meetingsInOrder([fifth, meeting, other]);
  const said = (words: string) => meetingsSaid(words, all, today).map(({ id }) => id);

  it.each([
    [meeting.id, [meeting.id]],
    ['第4回', [meeting.id]],
    ['４回目', [meeting.id]],
    ['12/19', ['meeting-c']],
    ['１２月１９日（木）', ['meeting-c']],
    ['2024-11-21', [meeting.id]],
    ['明日', ['meeting-b']],
    ['個別打合せ', ['meeting-b']],
    ['進捗 12/19', ['meeting-c']],
    ['進捗', [meeting.id, 'meeting-c']],
    ['第1回', []],
    ['首長懇談会', []],
  ])('%s', (words, ids) => expect(said(words)).toEqual(ids));

  it('without a name is one of the next two weeks, or else the very next', () => {
    expect(meetingsNear(all, today).map(({ id }) => id)).toEqual(['meeting-b']);
    expect(meetingsNear(all, '2024-11-10').map(({ id }) => id)).toEqual(['meeting-b', meeting.id]);
    expect(meetingsNear([fifth], today)).toEqual([fifth]);
    expect(meetingsNear([], today)).toEqual([]);
  });

  it('a text that names none may be for the next one of each series, and for any that is near', () => {
    const of = (id: string, title: string, day: string, audience: Meeting['audience'] = ['prefecture']): Meeting => ({
      ...{ ...meeting, id, title, day, audience },
    });
    const months = [of('a', '進捗状況確認会議(12月)', '2024-12-19'), of('b', '進捗状況確認会議(1月)', '2025-01-23')];
    expect(nextOfEach(months, today)).toEqual(months.slice(0, 1));
    const towns = [of('c', '第7回 連絡会議', '2025-01-09', ['all']), of('d', '第8回 連絡会議', '2025-02-06', ['all'])];
    const ahead = meetingsInOrder([...months, ...towns]);
    expect(nextOfEach(ahead, today).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(nextOfEach(months, '2025-01-10').map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
