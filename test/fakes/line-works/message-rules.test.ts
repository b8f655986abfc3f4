import { menuFault, messageFault } from './message-rules.ts';
import { isObject, type Json } from './reply.ts';
import { samples } from './samples.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex');
const large = Buffer.concat([PNG, Buffer.alloc(2 * 1024 * 1024)]);
const where = {
  personal: false,
  fileOf: (id: string) => ({ small: PNG, large, words: Buffer.from('PK') })[id],
};
const faultOf = (content: Json, room = where): Json => {
  const body = messageFault({ content }, room)?.body;
  return isObject(body) ? body : {};
};

const all = samples('small');
const sample = (name: string): Json => all[name] ?? {};

it.each(Object.keys(all))('takes %s', (name) => expect(messageFault({ content: sample(name) }, where)).toBeUndefined());

it.each(Object.keys(all))('takes %s with quick replies', (name) =>
  expect(faultOf({ ...sample(name), quickReply: { items: [{ action: message() }] } })).toEqual({}),
);

const message = (more: Json = {}): Json => ({ type: 'message', label: 'はい', text: 'はい', ...more });
const postback = (more: Json = {}): Json => ({ type: 'postback', label: 'a', data: 'b', displayText: 'c', ...more });
const uri = (more: Json = {}): Json => ({ type: 'uri', label: '開く', uri: 'https://bansou.example.jp/', ...more });
const long = (length: number) => 'あ'.repeat(length);
const times = (count: number, value: Json) => Array.from({ length: count }, () => value);

const text = (more: Json = {}): Json => ({ type: 'text', text: 'x', ...more });
const quick = (...actions: readonly Json[]) => text({ quickReply: { items: actions.map((action) => ({ action })) } });
const buttons = (...actions: readonly Json[]): Json => ({ type: 'button_template', contentText: 'x', actions });
const list = (more: Json = {}, element: Json = {}): Json => ({
  ...{ type: 'list_template', elements: [{ title: 'x', ...element }] },
  ...more,
});
const carousel = (...columns: readonly Json[]): Json => ({ type: 'carousel', columns });
const column = (more: Json = {}): Json => ({ title: 'x', text: 'y', actions: [message()], ...more });
const pictures = (action: Json): Json => ({ type: 'image_carousel', columns: [{ fileId: 'small', action }] });
const flex = (contents: Json, more: Json = {}): Json => ({ type: 'flex', altText: 'x', contents, ...more });
const box = (...contents: readonly Json[]): Json => ({ type: 'box', layout: 'vertical', contents });
const bubble = (component: Json, more: Json = {}): Json => ({ type: 'bubble', body: box(component), ...more });
const shows = (component: Json): Json => flex(bubble(component));
const button = (action: Json): Json => ({ type: 'button', action });
const half = bubble(text({ text: long(2_400) }));

/** At the limit, and one beyond it. */
const LIMITS: readonly (readonly [what: string, at: Json, beyond: Json])[] = [
  ['text', text({ text: long(2000) }), text({ text: long(2001) })],
  ['quick replies', quick(...times(13, message())), quick(...times(14, message()))],
  ['label', buttons(message({ label: long(20) })), buttons(message({ label: long(21) }))],
  ['label of a link', buttons(uri({ label: long(20) })), buttons(uri({ label: long(21) }))],
  ['text of an action', buttons(message({ text: long(300) })), buttons(message({ text: long(301) }))],
  ['postback', buttons(message({ postback: long(1000) })), buttons(message({ postback: long(1001) }))],
  ['data', quick(postback({ data: long(300) })), quick(postback({ data: long(301) }))],
  ['displayText', quick(postback({ displayText: long(300) })), quick(postback({ displayText: long(301) }))],
  [
    'contentText',
    { ...buttons(message()), contentText: long(1000) },
    { ...buttons(message()), contentText: long(1001) },
  ],
  ['buttons', buttons(...times(10, message())), buttons(...times(11, message()))],
  ['list', list({ elements: times(4, { title: 'x' }) }), list({ elements: times(5, { title: 'x' }) })],
  ['list buttons', list({ actions: [[message(), uri()]] }), list({ actions: [[message(), uri(), uri()]] })],
  ['list rows', list({ actions: [[uri()], [uri()]] }), list({ actions: [[uri()], [uri()], [uri()]] })],
  ['columns', carousel(...times(10, column())), carousel(...times(11, column()))],
  ['column title', carousel(column({ title: long(40) })), carousel(column({ title: long(41) }))],
  ['column text', carousel(column({ text: long(60) })), carousel(column({ text: long(61) }))],
  ['column text alone', carousel({ text: long(120) }), carousel({ text: long(121) })],
  ['column buttons', carousel(column({ actions: times(3, uri()) })), carousel(column({ actions: times(4, uri()) }))],
  ['label on a picture', pictures(message({ label: long(12) })), pictures(message({ label: long(13) }))],
  ['altText', flex(half, { altText: long(400) }), flex(half, { altText: long(401) })],
  ['bubble', shows(text({ text: long(5_000) })), shows(text({ text: long(5_120) }))],
  [
    'bubbles',
    flex({ type: 'carousel', contents: [half, half] }),
    flex({ type: 'carousel', contents: [half, half, half] }),
  ],
  [
    'number of bubbles',
    flex({ type: 'carousel', contents: times(10, bubble(text())) }),
    flex({ type: 'carousel', contents: times(11, bubble(text())) }),
  ],
  ['mentions', text({ text: '<m userId="x">'.repeat(50) }), text({ text: '<m userId="x">'.repeat(51) })],
  [
    'mentions in flex',
    shows(text({ text: '<m userId="x">'.repeat(50) })),
    flex(bubble(text({ contents: times(51, { type: 'span', text: '<m userId="x">' }) }))),
  ],
  ['location', { ...sample('location'), title: long(100) }, { ...sample('location'), title: long(101) }],
  ['link', { ...sample('link'), linkText: long(1000) }, { ...sample('link'), linkText: long(1001) }],
  ['a picture', { type: 'image', fileId: 'small' }, { type: 'image', fileId: 'large' }],
  ['picture in a template', carousel(column({ fileId: 'small' })), carousel(column({ fileId: 'large' }))],
];

it.each(LIMITS)('%s: takes what is at the limit, and nothing beyond', (_what, at, beyond) => {
  expect(faultOf(at)).toEqual({});
  expect(faultOf(beyond)['code']).toBe('LIMIT_EXCEEDED');
});

const REFUSED: readonly (readonly [what: string, content: Json, at: string])[] = [
  ['an unknown type', { type: 'card', text: 'x' }, 'content.type'],
  ['an unknown property', text({ txt: 'y' }), 'txt'],
  ['an empty text', text({ text: '' }), 'content.text'],
  ['no text', { type: 'text' }, 'content.text'],
  ['another language', text({ i18nTexts: [{ language: 'ja', text: 'x' }] }), 'language'],
  ['http', { type: 'image', previewImageUrl: 'http://e.example/a.png', originalContentUrl: 'https://e' }, 'https://'],
  ['a picture without preview', { type: 'image', originalContentUrl: 'https://e.example/a.png' }, 'previewImageUrl'],
  [
    'a file by id and by address',
    { type: 'file', originalContentUrl: 'https://e.example/a', fileId: 'small' },
    'either',
  ],
  ['a file that is not there', { type: 'file', fileId: 'unknown' }, 'nothing was uploaded'],
  ['a picture that is none', { type: 'image', fileId: 'words' }, 'no picture'],
  ['a program', { type: 'file', originalContentUrl: 'https://e.example/a.EXE' }, 'may not be sent'],
  ['postback on a button', buttons(postback()), 'content.actions.0.type'],
  ['postback in a list', list({}, { action: postback() }), 'elements.0.action.type'],
  ['postback under a list', list({ actions: [[postback()]] }), 'actions.0.0.type'],
  ['a camera on a button', buttons({ type: 'camera', label: 'x' }), 'actions.0.type'],
  ['a place in a carousel', carousel(column({ actions: [{ type: 'location', label: 'x' }] })), 'actions.0.type'],
  ['a quick reply without text', quick({ type: 'message', label: 'x' }), 'action.text'],
  ['a quick reply without displayText', quick({ type: 'postback', label: 'x', data: 'y' }), 'action.displayText'],
  [
    'a carousel button without text',
    carousel(column({ actions: [{ type: 'message', label: 'x' }] })),
    'actions.0.text',
  ],
  ['a picture button without text', pictures({ type: 'message', label: 'x' }), 'action.text'],
  ['an action without label', buttons({ type: 'message', text: 'x' }), 'actions.0.label'],
  ['an action of LINE', quick({ type: 'datetimepicker', label: 'x', data: 'y', mode: 'date' }), 'action.type'],
  ['no quick reply at all', quick(), 'quickReply.items'],
  ['no buttons', buttons(), 'content.actions'],
  ['different numbers of actions', carousel(column(), column({ actions: [uri(), uri()] })), 'different numbers'],
  ['a list element without title', list({ elements: [{ subtitle: 'x' }] }), 'elements.0.title'],
  ['a message from flex', shows(button(message())), 'action.type'],
  ['a postback from flex', shows(button(postback())), 'action.type'],
  ['a message from a flex box', shows({ ...box(text()), action: message() }), 'action.type'],
  ['bubbles of two sizes', flex({ type: 'carousel', contents: [half, { ...half, size: 'kilo' }] }), 'mixes sizes'],
  ['a bubble of LINE', flex(bubble(text(), { size: 'deca' })), 'contents.size'],
  ['an empty bubble', flex({ type: 'bubble' }), 'shows nothing'],
  ['no altText', { type: 'flex', contents: half }, 'content.altText'],
  ['an unknown component', shows({ type: 'video', url: 'https://e.example' }), 'contents.0.type'],
  ['an icon outside baseline', shows({ type: 'icon', url: 'https://e.example/a.png' }), 'contents.0.type'],
  ['a box inside baseline', shows({ ...box(box(text())), layout: 'baseline' }), 'contents.0.type'],
  ['a separator inside baseline', shows({ ...box({ type: 'separator' }), layout: 'baseline' }), 'contents.0.type'],
  ['a span outside a text', shows({ type: 'span', text: 'x' }), 'contents.0.type'],
  ['an empty box', shows(box()), 'contents.0.contents'],
  ['a layout of the web', shows({ ...box(text()), layout: 'grid' }), 'contents.0.layout'],
  ['a text without words', shows({ type: 'text' }), 'neither text'],
  ['a colour by name', shows(text({ color: 'red' })), 'color'],
  ['a width without unit', shows({ ...box(text()), width: '62' }), 'width'],
  ['a size of the web', shows(text({ size: '14pt' })), 'size'],
  ['http inside flex', shows({ type: 'image', url: 'http://e.example/a.png' }), 'https://'],
  ...['maxWidth', 'maxHeight', 'justifyContent', 'alignItems', 'background'].map(
    (name) => [`box ${name}`, shows({ ...box(text()), [name]: '50%' }), name] as const,
  ),
  ...['lineSpacing', 'adjustMode', 'scaling'].map(
    (name) => [`text ${name}`, shows(text({ [name]: true })), name] as const,
  ),
  ...['adjustMode', 'scaling'].map(
    (name) => [`button ${name}`, shows({ ...button(uri()), [name]: true }), name] as const,
  ),
  ['altUri', shows(button(uri({ altUri: { desktop: 'https://e' } }))), 'altUri'],
  ['a moving picture', shows({ type: 'image', url: 'https://e.example/a.png', animated: true }), 'animated'],
];

it.each(REFUSED)('refuses %s and says where', (_what, content, at) => {
  const fault = faultOf(content);
  expect(String(fault['description'])).toContain(at);
  expect(['INVALID_PARAMETER', 'MISSING_PARAMETER']).toContain(fault['code']);
});

it('refuses a mention of all in a 1:1', () =>
  expect(faultOf(sample('a mention of all'), { ...where, personal: true })['code']).toBe('INVALID_PARAMETER'));

it.each([undefined, [], { text: 'x' }, { content: 'x' }, { content: text(), to: 'y' }])('refuses the body %j', (body) =>
  expect(messageFault(body, where)?.status).toBe(400),
);

describe('the persistent menu', () => {
  const menu = (...actions: readonly Json[]) => menuFault({ content: { actions } })?.status;
  it('takes four of message, uri and copy', () =>
    expect(menu(message(), uri(), { type: 'copy', label: 'x', copyText: 'y' }, message())).toBeUndefined());
  it('refuses five', () => expect(menu(...times(5, uri()))).toBe(400));
  it('refuses a postback', () => expect(menu(postback())).toBe(400));
});
