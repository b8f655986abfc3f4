import { calendarOf } from '../calendar.ts';
import { type ItemRecord, withItemReport } from '../progress/item-record.ts';
import { progressOf } from '../progress/step-standing.ts';
import { type ActionItem, actionId, dueOn, openActions, withDone, withRecorded, withReopened } from './action-item.ts';
import { type AgendaTopic, agendaOf, type Participant, topicId, withTopic } from './agenda.ts';

const from = (ask = 'a') => ({ by: 'member-1', at: '2024-11-06T01:00:00.000Z', via: 'teams', ask });
const item = (id: string, due: string, stage?: string): ItemRecord => {
  const record: ItemRecord = { municipality: '203033', fiscalYear: 2024, item: id, year: 'this', due, versions: [] };
  return stage ? withItemReport(record, { stage }, from(id)) : record;
};
const town = (code: string, name: string, items: readonly ItemRecord[], helps = 0): Participant => ({
  municipality: { code, name, area: '佐久', supported: true },
  records: progressOf(items, []),
  helps: Array.from({ length: helps }, (_, at) => ({
    ...from(`h${at}`),
    id: `help-${at}`,
    municipality: code,
    text: '秘密の悩み',
  })),
});
const action = (more: Partial<ActionItem> = {}): ActionItem => ({
  id: actionId('meeting-1', 'member-1', '素案を送る'),
  meeting: 'meeting-1',
  owner: 'member-1',
  municipality: '203033',
  what: '素案を送る',
  due: '2024-11-05',
  recorded: from(),
  ...more,
});
const topic = (text: string, more: Partial<AgendaTopic> = {}): AgendaTopic => ({
  ...from(),
  id: topicId('meeting-1', 'member-1', text),
  meeting: 'meeting-1',
  text,
  municipality: '203033',
  ...more,
});
const koumi = town('203033', '小海町', [item('S0-1', '2024-10-31', 'inProgress'), item('S0-2', '2024-12-01')], 2);
const kawakami = town('203041', '川上村', [item('S0-1', '2024-10-31', 'done')]);

describe('the order of a meeting', () => {
  const read = (...participants: Participant[]) =>
    agendaOf({ today: '2024-11-06', participants, actions: [action()], topics: [topic('共同調達')] }).map(
      ({ title, lines }) => `${title}: ${lines.join(' / ')}`,
    );

  it('goes from what was left over to what people bring, and counts help without a word of it', () => {
    expect(read(koumi)).toEqual([
      '開会: ',
      '前回までの宿題: 素案を送る（小海町・11/5(火)まで・期限切れ）',
      '期限を過ぎた項目: S0-1 首長の意思表明',
      expect.stringMatching(/^ステップの達成に向けて: ステップ0（あと\d+件）$/),
      '相談への対応: 2件',
      '持ち寄りの議題: 共同調達（小海町）',
      'その他・次回の予定: ',
      '閉会: ',
    ]);
  });

  it('names municipalities where there are several, and leaves out what there is none of', () => {
    expect(read(koumi, kawakami)).toContain('期限を過ぎた項目: 小海町: S0-1 首長の意思表明');
    expect(read(kawakami).map((line) => line.split(':')[0])).not.toContain('相談への対応');
  });

  it('counts what is beyond eight lines', () => {
    const many = Array.from({ length: 25 }, (_, at) => town(`2030${at}`, `町${at}`, [], 1));
    const entry = agendaOf({ today: '2024-11-06', participants: many, actions: [], topics: [] }).find(
      ({ title }) => title === '相談への対応',
    );
    expect(entry).toMatchObject({ count: 25, lines: expect.arrayContaining(['町7: 1件', 'ほか17団体']) });
  });

  it('counts the items, the gaps and the requests themselves, as the digest and 未対応 do', () => {
    const late = ['S0-1', 'S0-2', 'S0-3', 'S0-4'].map((id) => item(id, '2024-10-31'));
    const towns = [town('203033', '小海町', late, 2), town('203041', '川上村', late.slice(0, 1))];
    const counts = (participants: readonly Participant[]) =>
      Object.fromEntries(
        agendaOf({ today: '2024-11-06', participants, actions: [], topics: [] }).map(({ title, count }) => [
          title,
          count,
        ]),
      );
    expect(counts(towns)).toMatchObject({ 期限を過ぎた項目: 5, 相談への対応: 2 });
    expect(counts(towns.slice(0, 1))).toMatchObject({ 期限を過ぎた項目: 4 });
    const gaps = (each: Participant) => counts([each])['ステップの達成に向けて'] ?? 0;
    expect(counts(towns)['ステップの達成に向けて']).toBe(towns.map(gaps).reduce((sum, count) => sum + count, 0));
  });

  it('has nothing more to say about a request the secretariat has seen to', () => {
    const asked = town('203033', '小海町', [], 2);
    const [first, ...others] = asked.helps.map((help) => ({ ...help, answered: from('d') }));
    const titles = (helps: Participant['helps']) =>
      agendaOf({ today: '2024-11-06', participants: [{ ...asked, helps }], actions: [], topics: [] }).map(
        ({ title, lines }) => `${title}: ${lines.join('')}`,
      );
    expect(titles([...(first ? [first] : []), ...asked.helps.slice(1)])).toContain('相談への対応: 1件');
    expect(titles([...(first ? [first] : []), ...others]).join()).not.toContain('相談への対応');
  });

  it('leaves out what was withdrawn and what is done', () => {
    const entries = agendaOf({
      today: '2024-11-06',
      participants: [kawakami],
      actions: [withDone(action(), from('b'))],
      topics: [topic('取り下げ', { undone: from('c') })],
    });
    expect(entries.map(({ title }) => title)).not.toEqual(expect.arrayContaining(['持ち寄りの議題']));
    expect(entries.map(({ title }) => title)).not.toEqual(expect.arrayContaining(['前回までの宿題']));
  });
});

it('a topic is there once, and again after it was withdrawn', () => {
  const first = topic('共同調達');
  expect(withTopic(first, topic('共同調達', from('b')))).toBe(first);
  const gone = { ...first, undone: from('c') };
  expect(withTopic(gone, topic('共同調達', from('d')))).toMatchObject({ ask: 'd' });
  expect(withTopic(gone, first)).toBe(gone);
});

describe('an action', () => {
  it('is due on an open day, but never in the past', () => {
    expect(dueOn('2024-12-01', '2024-11-06', calendarOf([]))).toBe('2024-11-29');
    expect(dueOn('2024-11-24', '2024-11-23', calendarOf([]))).toBe('2024-11-24');
  });

  it('is the same however it is written, and another day counts', () => {
    expect(actionId('m', 'o', '素案 を送る')).toBe(actionId('m', 'o', '素案を送る'));
    const known = action();
    expect(withRecorded(known, action({ recorded: from('b') }))).toBe(known);
    expect(withRecorded(known, action({ due: '2024-12-02' }))).toBe(known);
    expect(withRecorded(known, action({ due: '2024-12-02', recorded: from('b') }))).toMatchObject({
      due: '2024-12-02',
    });
    const back = withRecorded({ ...known, undone: from('c') }, action({ recorded: from('d') }));
    expect(openActions([back])).toHaveLength(1);
  });

  it('is done once and can be reopened', () => {
    const done = withDone(action(), from('b'));
    expect(withDone(done, from('c'))).toBe(done);
    expect(
      openActions([done, action({ due: '2024-12-02', id: 'z' }), action({ id: 'y' })]).map(({ id }) => id),
    ).toEqual(['y', 'z']);
    expect(withReopened(done)).toEqual(action());
    expect(withReopened(action())).toEqual(action());
  });
});
