import fc from 'fast-check';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { withMeetingChange } from '../../programme/meetings/meeting.ts';
import { calendarFile } from './calendar-file.ts';

const now = new Date('2026-11-24T01:00:00Z');
const from = { by: 'member-1', at: now.toISOString(), via: 'teams', ask: 'a1' };
const meeting: Meeting = {
  id: 'meeting-20261217T0500Z-1f3a5c7e',
  title: '第4回 進捗状況確認会議（中間評価と令和9年度に向けた予算要求の状況、ほか）',
  kind: 'progress',
  day: '2026-12-17',
  start: '14:00',
  end: '15:30',
  place: '県庁 西庁舎 301, オンライン; Teams',
  audience: ['all'],
};
const organiser = { name: '小林 誠', email: 'office-1@office.example.jp' };
const hanako = { name: '山田 花子', email: 'yamada@town.example.jp' };

/** Lines as a calendar reads them: unfolded. */
const linesOf = (ics: string) => ics.replace(/\r\n[ \t]/g, '').split('\r\n');
const property = (ics: string, name: string) =>
  linesOf(ics)
    .find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    ?.slice(name.length + 1);

describe('an invitation', () => {
  const ics = calendarFile(meeting, organiser, [hanako, { name: '名簿 太郎', email: undefined }], now);

  it('says what, when and where, in UTC, escaped as the format asks', () => {
    expect(property(ics, 'METHOD')).toBe('REQUEST');
    expect(property(ics, 'UID')).toBe('meeting-20261217T0500Z-1f3a5c7e@bansou');
    expect(property(ics, 'SEQUENCE')).toBe('0');
    expect(property(ics, 'DTSTART')).toBe('20261217T050000Z');
    expect(property(ics, 'DTEND')).toBe('20261217T063000Z');
    expect(property(ics, 'SUMMARY')).toBe(meeting.title);
    expect(property(ics, 'LOCATION')).toBe('県庁 西庁舎 301\\, オンライン\\; Teams');
    expect(property(ics, 'STATUS')).toBe('CONFIRMED');
  });

  it('asks those with an address to answer, and leaves the others out', () => {
    expect(property(ics, 'ORGANIZER')).toBe('CN="小林 誠":mailto:office-1@office.example.jp');
    expect(linesOf(ics).filter((line) => line.startsWith('ATTENDEE'))).toEqual([
      expect.stringMatching(/PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="山田 花子":MAILTO:yamada@town\.example\.jp$/),
    ]);
  });

  it('keeps the UID when the meeting is moved, called off and on again, and counts each step', () => {
    const moved = withMeetingChange(meeting, { day: '2026-12-18' }, from);
    const off = withMeetingChange(moved, { status: 'cancelled' }, from);
    const on = withMeetingChange(off, { status: 'scheduled' }, from);
    const all = [meeting, moved, off, on].map((each) => calendarFile(each, organiser, [hanako], now));
    expect(new Set(all.map((each) => property(each, 'UID'))).size).toBe(1);
    expect(all.map((each) => property(each, 'SEQUENCE'))).toEqual(['0', '1', '2', '3']);
    expect(all.map((each) => property(each, 'METHOD'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL', 'REQUEST']);
    expect(property(all[2] ?? '', 'STATUS')).toBe('CANCELLED');
    expect(property(all[1] ?? '', 'DTSTART')).toBe('20261218T050000Z');
  });

  it('is an announcement where the organiser has no address', () => {
    expect(property(calendarFile(meeting, { name: '事務局', email: undefined }, [], now), 'METHOD')).toBe('PUBLISH');
  });
});

it('folds every line at 75 octets between characters, whatever people write, and invents no lines', () => {
  const words = fc.string({ unit: fc.constantFrom(...'会議第ａA1 ,;:"\\\n\r😀é'), minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(words, words, (title, name) => {
      const ics = calendarFile({ ...meeting, title, place: title }, { ...organiser, name }, [{ ...hanako, name }], now);
      const raw = ics.split('\r\n');
      for (const line of raw) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n\uFFFD]/);
      }
      expect(raw.at(-1)).toBe('');
      const names = linesOf(ics).map((line) => /^[A-Z]+/.exec(line)?.[0] ?? '');
      expect(names.filter((one) => one === 'BEGIN' || one === 'END')).toEqual(['BEGIN', 'BEGIN', 'END', 'END']);
      expect(linesOf(ics)).toHaveLength(18);
    }),
  );
});
