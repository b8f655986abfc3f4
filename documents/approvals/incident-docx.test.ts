import { inflateRawSync } from 'node:zlib';
import { incidentStanding } from '../../programme/approvals/incident.ts';
import { incidentDocx } from './incident-docx.ts';

/** Every text of the document, in its order. */
function textsOf(zip: Uint8Array): string {
  const bytes = Buffer.from(zip);
  const at = bytes.indexOf(Buffer.from('word/document.xml'));
  const start = at + 'word/document.xml'.length + bytes.readUInt16LE(at - 2);
  return inflateRawSync(bytes.subarray(start))
    .toString('utf8')
    .replace(/<[^>]+>/g, '\n');
}

it('事故報告 has every field of the form in its words', async () => {
  const from = (at: string) => ({ by: 'a', at, via: 'teams', ask: at });
  const standing = incidentStanding({
    id: 'incident-1',
    steps: [
      { ...from('2026-11-28T13:30:00.000Z'), did: 'reported', text: '申請書の写しを誤送信した' },
      {
        ...from('2026-11-28T14:00:00.000Z'),
        did: 'added',
        facts: { type: 'misdirected', personal: 'yes', scope: '12件' },
      },
    ],
  });
  const file = await incidentDocx({
    ...{ day: '2026-11-30', prefecture: 'ある県', programme: '伴走支援事業', standing, town: 'ある町' },
    detected: '11/28(土) 22:30（山田 花子）',
    told: ['ある県 DX推進課 県野 太郎 11/28(土) 22:31（伴走ボット）'],
    steps: [['11/28(土) 22:30', '山田 花子', '申請書の写しを誤送信した']],
  });
  const text = textsOf(file);
  const fields = [
    ...['発生日時', '覚知日時', '種別', '対象情報・件数・個人情報の有無', '原因', '応急対応', '影響範囲'],
    ...['連絡先・時刻', '再発防止策', '経過', 'ある県知事　様', '記', '以上', '誤送信', '個人情報: あり', '県野 太郎'],
  ];
  expect(fields.filter((field) => !text.includes(field))).toEqual([]);
  expect(text).toContain('事故（インシデント）報告（経過）');
});
