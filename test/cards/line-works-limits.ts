/** What the API's documentation takes, checked without a look at how cards are drawn. Answers with every fault. */
export type Json = { readonly [name: string]: unknown };

const TYPES: Readonly<Record<string, readonly string[]>> = {
  text: ['text'],
  button_template: ['contentText', 'actions'],
  flex: ['altText', 'contents'],
};
const LAYOUT = ['layout', 'contents', 'flex', 'spacing', 'margin', 'width', 'height'];
const PARTS: Readonly<Record<string, readonly string[]>> = {
  box: [...LAYOUT, 'backgroundColor', 'cornerRadius', 'paddingAll'],
  text: ['text', 'size', 'color', 'wrap', 'weight', 'align', 'flex', 'margin'],
  separator: ['color', 'margin'],
  filler: [],
};
const SPACES = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl'];
const COLOR = /^#[0-9A-F]{6}$/i;
/** A mention, and what could be read as one. */
const MENTION = /<\s*\/?\s*m(?![a-z0-9])/i;

export function faultsOf(content: Json): string[] {
  const { type, quickReply, ...fields } = content;
  const known = TYPES[String(type)];
  if (!known) return [`type ${type}`];
  const body = { text: textFaults, button_template: buttonFaults, flex: flexFaults }[String(type)];
  return [
    ...unknown(fields, known),
    ...(body?.(fields) ?? []),
    ...(quickReply === undefined ? [] : quickReplyFaults(quickReply as Json)),
    ...(MENTION.test(JSON.stringify(withoutPostbacks(content))) ? ['a mention'] : []),
  ];
}

function textFaults({ text }: Json): string[] {
  return within('text', text, 2000);
}

function buttonFaults({ contentText, actions }: Json): string[] {
  const all = actions as Json[];
  return [
    ...within('contentText', contentText, 1000),
    ...(all.length < 1 || all.length > 10 ? [`${all.length} actions`] : []),
    ...all.flatMap(actionFaults),
    ...(new Set(all.map(({ label }) => label)).size < all.length ? ['two buttons alike'] : []),
  ];
}

function quickReplyFaults({ items, ...rest }: Json): string[] {
  const all = items as Json[];
  return [
    ...unknown(rest, []),
    ...(all.length < 1 || all.length > 13 ? [`${all.length} quick replies`] : []),
    ...all.flatMap(({ action, ...more }) => [...unknown(more, []), ...actionFaults(action as Json)]),
  ];
}

function actionFaults({ type, label, text, postback, ...rest }: Json): string[] {
  return [
    ...unknown(rest, []),
    ...(type === 'message' ? [] : [`action ${type}`]),
    ...within('label', label, 20),
    ...(String(label).includes('\n') ? ['a label of two lines'] : []),
    ...within('action text', text, 300),
    ...within('postback', postback, 1000),
  ];
}

function flexFaults({ altText, contents }: Json): string[] {
  const { type, size, body, styles, ...rest } = contents as Json;
  const bytes = Buffer.byteLength(JSON.stringify(contents));
  return [
    ...within('altText', altText, 400),
    ...unknown(rest, []),
    ...(type === 'bubble' ? [] : [`container ${type}`]),
    ...(['nano', 'micro', 'kilo', 'mega', 'giga'].includes(String(size)) ? [] : [`size ${size}`]),
    ...(bytes > 30 * 1024 ? [`${bytes} bytes`] : []),
    ...(COLOR.test(String(((styles as Json)['body'] as Json)['backgroundColor'])) ? [] : ['no ground of its own']),
    ...partFaults(body as Json),
  ];
}

function partFaults(part: Json): string[] {
  const { type, ...fields } = part;
  const known = PARTS[String(type)];
  if (!known) return [`part ${type}`];
  return [
    ...unknown(fields, known),
    ...(type === 'text' ? flexTextFaults(part) : []),
    ...(type === 'box' ? boxFaults(part) : []),
    ...['margin', 'spacing', 'cornerRadius', 'paddingAll'].flatMap((name) =>
      part[name] === undefined || SPACES.includes(String(part[name])) ? [] : [`${name} ${part[name]}`],
    ),
  ];
}

/** Without a colour of its own a text depends on the phone's appearance; unwrapped it is cut. */
function flexTextFaults({ text, color, wrap }: Json): string[] {
  return [
    ...within('flex text', text, 2000),
    ...(COLOR.test(String(color)) ? [] : ['a text without colour']),
    ...(wrap === true ? [] : ['a text that is cut']),
  ];
}

function boxFaults({ layout, contents, width, height }: Json): string[] {
  return [
    ...(layout === 'vertical' || layout === 'horizontal' ? [] : [`layout ${layout}`]),
    ...(width === undefined || /^(\d|[1-9]\d|100)%$/.test(String(width)) ? [] : [`width ${width}`]),
    ...(height === undefined || /^\d+px$/.test(String(height)) ? [] : [`height ${height}`]),
    ...(contents as Json[]).flatMap(partFaults),
  ];
}

function within(name: string, value: unknown, most: number): string[] {
  if (typeof value !== 'string' || value.trim() === '') return value === '\u00A0' ? [] : [`${name} is empty`];
  return [
    ...(value.length > most ? [`${name} of ${value.length}`] : []),
    ...(/\p{Cs}/u.test(value) ? [`${name} with half a sign`] : []),
  ];
}

function unknown(fields: Json, known: readonly string[]): string[] {
  return Object.keys(fields).flatMap((name) => (known.includes(name) ? [] : [`unknown ${name}`]));
}

/** What a button carries is read by nobody. */
function withoutPostbacks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPostbacks);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([name]) => name !== 'postback');
  return Object.fromEntries(fields.map(([name, inner]) => [name, withoutPostbacks(inner)]));
}
