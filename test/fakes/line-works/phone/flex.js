import { make, makeLink, wordsOf } from './pieces.js';

const SPACE = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
const FONT = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, '3xl': 35, '4xl': 48, '5xl': 74 };
const PICTURE = { xxs: 40, xs: 60, sm: 80, md: 100, lg: 120, xl: 140, xxl: 160, '3xl': 180, '4xl': 200, '5xl': 220 };
const BORDER = { none: 0, light: 0.5, normal: 1, medium: 2, 'semi-bold': 3, bold: 4 };
const ACROSS = { start: 'left', end: 'right', center: 'center' };
const DOWN = { top: 'flex-start', bottom: 'flex-end', center: 'center' };

const px = (value, words) => (value in words ? `${words[value]}px` : value);

/** A flexible message: one bubble, or several sideways. */
export function drawFlex({ contents }, tools) {
  if (contents.type === 'bubble') return bubble(contents, tools);
  return make('div', 'sideways', ...contents.contents.map((each) => bubble(each, tools)));
}

function bubble({ size = 'mega', styles = {}, action, ...blocks }, tools) {
  const drawn = make('div', `flex ${size}`);
  for (const name of ['header', 'hero', 'body', 'footer']) {
    if (blocks[name] === undefined) continue;
    const block = make('div', `block ${name}`, component(blocks[name], { layout: 'vertical' }, tools));
    const { backgroundColor, separator, separatorColor = '#d4d6da' } = styles[name] ?? {};
    style(block, { backgroundColor, borderTop: separator ? `1px solid ${separatorColor}` : undefined });
    drawn.append(block);
  }
  return linked(drawn, action);
}

function component(one, parent, tools) {
  const drawn = linked(COMPONENTS[one.type]?.(one, tools, parent) ?? make('span', '', one.type), one.action);
  style(drawn, {
    ...share(one, parent),
    position: one.position,
    top: spaced(one.offsetTop),
    bottom: spaced(one.offsetBottom),
    left: spaced(one.offsetStart),
    right: spaced(one.offsetEnd),
  });
  return drawn;
}

const spaced = (value) => (value === undefined ? undefined : px(value, SPACE));

/** How much of the box's main direction it takes. Sideways everything shares alike, downwards by its height. */
function share({ type, flex, width, height }, { layout }) {
  const sideways = layout !== 'vertical';
  const fixed = sideways ? width : height;
  const natural = type === 'icon' || type === 'separator' ? 0 : sideways ? 1 : 0;
  const part = type === 'filler' ? (flex ?? 1) : (flex ?? natural);
  return { flex: fixed === undefined && part > 0 ? `${part} 1 0` : '0 0 auto' };
}

function box(one, tools) {
  const drawn = make('div', `box ${one.layout}`);
  for (const [at, each] of one.contents.entries()) {
    const child = component(each, one, tools);
    const gap = at === 0 ? undefined : (each.margin ?? one.spacing);
    style(child, { [one.layout === 'vertical' ? 'marginTop' : 'marginLeft']: spaced(gap) });
    drawn.append(child);
  }
  style(drawn, {
    backgroundColor: one.backgroundColor,
    width: one.width,
    height: one.height,
    borderRadius: spaced(one.cornerRadius),
    border: one.borderWidth && `${px(one.borderWidth, BORDER)} solid ${one.borderColor ?? '#d4d6da'}`,
    padding: spaced(one.paddingAll),
    paddingTop: spaced(one.paddingTop),
    paddingBottom: spaced(one.paddingBottom),
    paddingLeft: spaced(one.paddingStart),
    paddingRight: spaced(one.paddingEnd),
  });
  return drawn;
}

function text(one, { names }) {
  const spans = one.contents?.map((span) => style(make('span', '', ...wordsOf(span.text, names)), written(span)));
  const drawn = make('div', one.wrap ? 'text wrap' : 'text', ...(spans ?? wordsOf(one.text, names)));
  return style(drawn, {
    ...written({ size: 'md', ...one }),
    textAlign: ACROSS[one.align],
    alignSelf: DOWN[one.gravity],
    WebkitLineClamp: one.maxLines > 0 ? String(one.maxLines) : undefined,
  });
}

const written = ({ size, weight, color, style: slant, decoration }) => ({
  fontSize: size && px(size, FONT),
  fontWeight: weight && (weight === 'bold' ? '700' : '400'),
  color,
  fontStyle: slant,
  textDecoration: decoration,
});

function button({ action, style: look = 'link', height = 'md', color, gravity }) {
  const drawn = makeLink(action.label, action.uri, `press ${look} ${height}`);
  return style(drawn, { alignSelf: DOWN[gravity], [look === 'link' ? 'color' : 'backgroundColor']: color });
}

/** The place a picture takes; the picture itself is elsewhere. */
function image({ url, size = 'md', aspectRatio = '1:1', backgroundColor, align }) {
  const width = size === 'full' ? '100%' : px(size, PICTURE);
  const frame = make('div', 'picture', `画像 ${new URL(url).pathname.split('/').pop()}`);
  style(frame, { width, aspectRatio: aspectRatio.replace(':', '/'), backgroundColor });
  return style(make('div', 'framed', frame), {
    justifyContent: { start: 'flex-start', end: 'flex-end' }[align] ?? 'center',
  });
}

const COMPONENTS = {
  box,
  text,
  button,
  image,
  icon: ({ size = 'md' }) => style(make('span', 'dot', '●'), { fontSize: px(size, FONT) }),
  separator: ({ color }, _tools, { layout }) =>
    style(make('div', layout === 'vertical' ? 'rule' : 'rule upright'), { backgroundColor: color }),
  filler: () => make('div', 'filler'),
};

function linked(drawn, action) {
  if (action === undefined || drawn.tagName === 'A') return drawn;
  const link = makeLink('', action.uri, 'around');
  link.append(drawn);
  return link;
}

/** Only what is given, and only by properties: nothing people wrote becomes a style sheet. */
function style(element, properties) {
  for (const [name, value] of Object.entries(properties)) if (value !== undefined) element.style[name] = value;
  return element;
}
