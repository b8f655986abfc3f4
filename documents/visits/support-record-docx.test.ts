import { packageText } from '../../test/package-text.ts';
import { supportRecordDocx } from './support-record-docx.ts';

it('支援記録票 has every field of the form in its words, and no 所見', async () => {
  const file = await supportRecordDocx({
    ...{ number: 'visit-1', version: 2, municipality: 'ある町', expert: '山田 美咲', topics: [], kpis: [] },
    actions: [{ what: '骨子案を配る', who: '総務 花子', due: '2026-11-13' }],
    confirmed: { when: '令和8年10月28日 10:00', office: '総務課', note: '助かりました' },
    content: {
      ...{ day: '2026-10-22', start: '13:30', end: '16:00', mode: 'online', online: 'weather', items: ['S1-2'] },
      ...{ text: '骨子を見直した\n日程を確かめた', decisions: '12月の庁議にかける', attended: '課長' },
    },
  });
  const text = packageText(file, 'word/document.xml');
  const fields = [
    ...['記録番号', '市町村', '支援日', '開始', '終了', '形態', '場所', '派遣人材', '市町村側参加者'],
    ...['対象ステップ・項目', '目的・議題', '支援内容', '決定事項', '課題', '次回までの宿題（担当・期限）'],
    ...['作成・提供資料', 'KPI更新', '市町村確認', '次回予定'],
  ];
  const lines = text.split('\n').filter((line) => line !== '');
  expect(fields.filter((field) => !lines.includes(field))).toEqual([]);
  expect(lines).toEqual(
    expect.arrayContaining(['visit-1（第2版）', 'オンライン（理由: 天候）', '日程を確かめた', '助かりました']),
  );
  expect(text).not.toContain('所見');
});
