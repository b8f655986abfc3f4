import { documentSaid } from './document-said.ts';

const TODAY = '2026-11-24';

it.each([
  ['8DX-123 11/24', '8DX-123', '2026-11-24'],
  ['8D第5号 11月20日付', '8D第5号', '2026-11-20'],
  ['文書番号 8D第5号 11/20', '8D第5号', '2026-11-20'],
  ['8D第5号（11/20）', '8D第5号', '2026-11-20'],
  ['8D第5号 12/24', '8D第5号', '2025-12-24'],
  ['8D第5号 令和8年11月24日', '8D第5号', '2026-11-24'],
  ['8D第5号 2026/11/1', '8D第5号', '2026-11-01'],
])('%s is a number and a day', (said, document, day) => {
  expect(documentSaid(said, TODAY)).toEqual({ document, day });
});

it.each(['8DX-123', '7D第123号', '8DX-123 2/30', '11/24', '令和8年度 第5号', '8情政第3-12号'])(
  '%s is a number',
  (said) => {
    expect(documentSaid(said, TODAY)).toEqual({ document: said });
  },
);
