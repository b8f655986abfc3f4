import fc from 'fast-check';
import { type Meeting, meetingId } from './meeting.ts';
import { meetingsSaid, titleInFront } from './said.ts';

const meeting = (title: string): Meeting => {
  const when = { title, day: '2026-12-21', start: '10:00' };
  return { ...when, id: meetingId(when), kind: 'other', end: '11:00', place: 'オンライン', audience: ['all'] };
};
const all = ['調整会議', '市町村調整会議', '第3回 調整会議', '調整会議（春）'].map(meeting);

it.each([
  ['調整会議', ['調整会議']],
  ['第3回調整会議', ['第3回 調整会議']],
  ['調整', ['調整会議', '市町村調整会議', '第3回 調整会議', '調整会議（春）']],
  ['第3回', ['第3回 調整会議']],
])('%s names a meeting by its whole title before any part of one', (said, titles) => {
  expect(meetingsSaid(said, all, '2026-12-01').map(({ title }) => title)).toEqual(titles);
});

it.each([
  ['調整会議 共同調達', { title: '調整会議', behind: ' 共同調達' }],
  ['調整会議（春） 予算', { title: '調整会議（春）', behind: ' 予算' }],
  ['第３回　調整会議：日程', { title: '第3回 調整会議', behind: '：日程' }],
  ['共同調達 調整会議', undefined],
  ['', undefined],
])('%s begins with a title, or not', (said, found) => {
  expect(titleInFront(said, all)).toEqual(found);
});

it('leaves what stands behind the title as it was said', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.string(), ({ title }, topic) => {
      const { behind = '' } = titleInFront(`${title}\n${topic}`, [{ title }]) ?? {};
      expect(behind).toBe(`\n${topic}`);
    }),
  );
});
