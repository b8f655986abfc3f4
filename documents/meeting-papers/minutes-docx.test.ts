import type { Meeting } from '../../programme/meetings/meeting.ts';
import { packageText } from '../../test/package-text.ts';
import { minutesDocx } from './minutes-docx.ts';

const meeting: Meeting = {
  ...{
    id: 'meeting-1',
    title: '第4回 進捗状況確認会議',
    kind: 'progress',
    day: '2026-11-19',
    start: '14:00',
    end: '15:30',
  },
  ...{ place: '県庁', audience: ['prefecture', 'secretariat'] },
};

it('議事録 has the fields of FM-14 in its words and order, and its issues beside what is done about them', async () => {
  const file = await minutesDocx({
    ...{ called: '議事録', meeting, number: 2, recorded: '第1版（11/24(火) 10:00記録）' },
    ...{
      attended: ['DX推進課（県）　長野 一郎'],
      agenda: ['1　進捗の確認'],
      decisions: ['次回は県庁で開く'],
      next: undefined,
    },
    texts: { reports: '・11月の訪問 12回', issues: '担当が1人 → 12月から2人で' },
    actions: [{ what: 'ひな形を配る', office: '事務局', due: '2026-12-04' }],
    ...{ sharing: 'prefecture', confirmed: '令和8年12月1日（火）', today: '2026-12-05', madeAt: '12/5(土) 10:00' },
  });
  const lines = packageText(file, 'word/document.xml').split('\n');
  const fields = [
    '回次',
    '日時',
    '場所・開催方法',
    '出席者',
    '次第',
    '資料',
    '次回予定',
    '共有範囲',
    '県確認日',
    '記録',
  ];
  const parts = ['報告事項', '成果の発表', '課題と対応策', '決定事項', '宿題'];
  expect(lines.filter((line) => [...fields, ...parts].includes(line))).toEqual([...fields, ...parts]);
  expect(lines).toContain('第2回　進捗状況確認会議　議事録');
  expect(lines.slice(lines.indexOf('課題'))).toEqual(expect.arrayContaining(['対応策', '担当が1人', '12月から2人で']));
  expect(lines).toEqual(expect.arrayContaining(['・11月の訪問 12回', '（予定なし）', '県限り', '期限を過ぎた']));
});
