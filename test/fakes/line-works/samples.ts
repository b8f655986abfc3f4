import type { Json } from './reply.ts';

/** One message of each kind as a bot may send it: what the fake must take, and what the phone must show. */
const FILE = 'sample-file';
const PICTURE = 'https://bansou.example.jp/picture.png';

export const samples = (fileId = FILE): { readonly [name: string]: Json } => ({
  text: { type: 'text', text: 'おはようございます。\n今週の報告をお願いします。' },
  'text in two languages': {
    ...{ type: 'text', text: 'こんにちは' },
    i18nTexts: [
      { language: 'ja_JP', text: 'こんにちは' },
      { language: 'en_US', text: 'Hello' },
    ],
  },
  'a mention': { type: 'text', text: '<m userId="hanako@town.example.jp"> さん、議題の確認をお願いします' },
  'a mention of all': { type: 'text', text: '<m userId="all"> 締切は9/20(金)です' },
  sticker: { type: 'sticker', packageId: '1', stickerId: '2' },
  'image by address': { type: 'image', previewImageUrl: PICTURE, originalContentUrl: PICTURE },
  'image by id': { type: 'image', fileId },
  'file by address': { type: 'file', originalContentUrl: 'https://bansou.example.jp/report.xlsx' },
  'file by id': { type: 'file', fileId },
  audio: { type: 'audio', fileId },
  video: { type: 'video', previewImageUrl: PICTURE, originalContentUrl: 'https://bansou.example.jp/visit.mp4' },
  location: {
    type: 'location',
    title: '小海町役場',
    address: '長野県南佐久郡小海町',
    latitude: 36.09,
    longitude: 138.48,
  },
  link: {
    ...{ type: 'link', contentText: '打合せの資料を置きました', linkText: '資料を開く' },
    link: 'https://bansou.example.jp/meeting/6',
    i18nContentTexts: [{ language: 'en_US', contentText: 'The papers are ready' }],
    i18nLinkTexts: [{ language: 'en_US', linkText: 'Open' }],
  },
  button_template: {
    ...{ type: 'button_template', contentText: '先週から変わったことはありますか' },
    i18nContentTexts: [{ language: 'en_US', contentText: 'Any change?' }],
    actions: [
      { type: 'message', label: '全て変更なし', postback: '{"c":"carry-over"}' },
      { type: 'message', label: '入力する', text: '入力する', i18nTexts: [{ language: 'en_US', text: 'Report' }] },
      { type: 'uri', label: '手引きを開く', uri: 'https://bansou.example.jp/guide' },
      { type: 'copy', label: '招待コードを写す', copyText: 'ACDE-FGHJ' },
    ],
  },
  list_template: {
    type: 'list_template',
    coverData: { backgroundImageUrl: PICTURE, title: '未報告の市町村', subtitle: '9/16の週' },
    elements: ['小海町', '川上村', '南牧村'].map((title) => ({
      ...{ title, subtitle: '3週続けて変更なし' },
      action: { type: 'message', label: '開く', text: `状況 ${title}`, postback: `status ${title}` },
    })),
    actions: [[{ type: 'message', label: '全員に催促', text: '催促' }]],
  },
  carousel: {
    ...{ type: 'carousel', imageAspectRatio: 'rectangle', imageSize: 'cover' },
    columns: ['K0-03 DX基礎研修受講率', 'K1-03 実施課数'].map((title, at) => ({
      ...{ originalContentUrl: PICTURE, title, text: `目標 ${at + 80} / 実績 ${at + 62}` },
      defaultAction: { type: 'uri', label: '詳しく', uri: 'https://bansou.example.jp/kpi' },
      actions: [
        { type: 'postback', label: '前回と同じ', data: `same ${at}`, displayText: '前回と同じ' },
        { type: 'message', label: '入力する', text: `KPI報告 ${title.slice(0, 5)}` },
      ],
    })),
  },
  image_carousel: {
    type: 'image_carousel',
    columns: ['開く', '閉じる'].map((label) => ({
      originalContentUrl: PICTURE,
      action: { type: 'postback', label, data: label, displayText: label },
    })),
  },
  'flex bubble': { type: 'flex', altText: '小海町の状況: 62%', contents: bubble('小海町の状況') },
  'flex carousel': {
    ...{ type: 'flex', altText: '25団体の状況', i18nAltTexts: [{ language: 'en_US', altText: 'All' }] },
    contents: {
      type: 'carousel',
      contents: ['小海町', '川上村', '南牧村'].map((name) => bubble(name, 'kilo')),
    },
  },
  'every kind of quick reply': {
    ...{ type: 'text', text: '修了者数を送ってください（人、前回 12）' },
    quickReply: {
      items: [
        { action: { type: 'message', label: '前回と同じ（12）', text: '12', postback: 'same' } },
        { action: { type: 'message', label: 'スキップ', text: 'スキップ' } },
        { action: { type: 'postback', label: 'やめる', data: 'stop', displayText: 'やめる' } },
        { action: { type: 'uri', label: '手引き', uri: 'https://bansou.example.jp/guide' } },
        { action: { type: 'copy', label: '写す', copyText: '12' }, imageUrl: PICTURE },
        { action: { type: 'camera', label: 'カメラ' } },
        { action: { type: 'cameraRoll', label: '写真' } },
        { action: { type: 'location', label: '位置情報' } },
      ],
    },
  },
});

function bubble(title: string, size = 'mega'): Json {
  const text = (words: string, look: Json = {}): Json => ({ type: 'text', text: words, wrap: true, ...look });
  const box = (layout: string, contents: readonly Json[], look: Json = {}): Json => ({
    ...{ type: 'box', layout, contents },
    ...look,
  });
  const filled = box('vertical', [{ type: 'filler' }], { width: '62%', height: '8px', backgroundColor: '#0b7a3b' });
  return {
    ...{ type: 'bubble', size },
    header: box('vertical', [text(title, { weight: 'bold', size: 'lg' })]),
    body: box(
      'vertical',
      [
        box('horizontal', [
          text('ステップ1', { size: 'sm', color: '#667085', flex: 2 }),
          {
            ...{ type: 'text', size: 'sm', align: 'end', flex: 3 },
            contents: [
              { type: 'span', text: '62', weight: 'bold', size: 'lg' },
              { type: 'span', text: '%（5/8）' },
            ],
          },
        ]),
        box('vertical', [filled], { backgroundColor: '#e5e7eb', height: '8px', cornerRadius: 'md' }),
        { type: 'separator', margin: 'md' },
        text('✓ S1-3 全体方針の決定は済みました。次の一歩は「体制の整備」です。', { size: 'sm', margin: 'md' }),
        box('baseline', [
          { type: 'icon', url: PICTURE, size: 'sm' },
          text('期限 9/20(金)', { size: 'xs', color: '#b42318', margin: 'sm', flex: 0 }),
          { type: 'filler' },
        ]),
        { type: 'image', url: PICTURE, size: 'full', aspectRatio: '3:1', aspectMode: 'cover' },
      ],
      { spacing: 'md', paddingAll: '16px' },
    ),
    footer: box('horizontal', [
      { type: 'button', style: 'primary', height: 'sm', action: { type: 'uri', label: '開く', uri: PICTURE } },
      {
        type: 'button',
        style: 'link',
        height: 'sm',
        action: { type: 'uri', label: '手引き', uri: PICTURE },
        color: '#0b7a3b',
      },
    ]),
    styles: { header: { backgroundColor: '#f2f4f7' }, footer: { separator: true, separatorColor: '#d0d5dd' } },
  };
}
