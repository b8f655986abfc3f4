import { drawFlex } from './flex.js';
import { make, makeButton, makeLink, wordsOf } from './pieces.js';

/** `tools`: how people are called, and what pressing does. */
export function drawMessage({ from, at, content, fileName }, tools) {
  const kind = from.kind === 'me' ? 'me' : 'them';
  const draw = KINDS[content.type] ?? unknown;
  const drawn = draw(content, { ...tools, fileName });
  const time = make(
    'time',
    '',
    new Date(at).toLocaleTimeString('ja-JP', { timeStyle: 'short', timeZone: 'Asia/Tokyo' }),
  );
  const name = from.kind === 'me' ? undefined : make('p', 'name', from.kind === 'bot' ? tools.names('bot') : from.name);
  const icon =
    from.kind === 'me' ? undefined : make('span', `icon ${from.kind}`, from.kind === 'bot' ? '伴' : from.name[0]);
  const article = make('article', kind, icon, make('div', 'said', name, make('div', 'line', drawn, time)));
  article.dataset.type = content.type;
  return article;
}

const bubble = (...inside) => make('div', 'bubble', ...inside);
const actionsOf = (actions, tools) =>
  make('div', 'actions', ...(actions ?? []).map((action) => makeButton(action, () => tools.press(action))));

/** Uploaded pictures are shown; those of the web only named, as this page fetches nothing from elsewhere. */
function picture({ fileId, originalContentUrl, backgroundImageUrl, backgroundFileId }) {
  const id = fileId ?? backgroundFileId;
  const address = originalContentUrl ?? backgroundImageUrl;
  if (id === undefined && address === undefined) return undefined;
  if (id === undefined) return make('span', 'picture', `画像 ${new URL(address).pathname.split('/').pop()}`);
  const image = make('img', 'picture');
  image.src = `/phone/files/${encodeURIComponent(id)}`;
  image.alt = '画像';
  return image;
}

const files = (id) => `/phone/files/${encodeURIComponent(id)}`;

function file({ fileId, originalContentUrl }, { fileName }) {
  const name = fileName ?? originalContentUrl?.split('/').pop() ?? 'ファイル';
  const link = fileId === undefined ? makeLink('開く', originalContentUrl) : make('a', '', 'ダウンロード');
  if (fileId !== undefined) {
    link.href = files(fileId);
    link.download = name;
  }
  const ending = /\.(\w+)$/.exec(name)?.[1] ?? '?';
  return bubble(make('span', 'ending', ending), make('div', '', make('b', '', name), link));
}

function audio({ fileId, originalContentUrl }) {
  if (fileId === undefined) return bubble(makeLink('音声を開く', originalContentUrl));
  const player = make('audio');
  player.controls = true;
  player.src = files(fileId);
  return bubble(player);
}

function list({ coverData, elements, actions }, tools) {
  const cover =
    coverData && make('div', 'cover', picture(coverData), make('b', '', coverData.title), coverData.subtitle);
  const rows = elements.map(({ title, subtitle, action, ...rest }) =>
    make(
      'div',
      'row',
      picture(rest),
      make('div', 'grow', make('b', '', title), make('p', 'subtitle', subtitle ?? '')),
      action && makeButton(action, () => tools.press(action)),
    ),
  );
  return make('div', 'card', cover, ...rows, ...(actions ?? []).map((row) => actionsOf(row, tools)));
}

function carousel({ columns }, tools) {
  const cards = columns.map(({ title, text, actions, defaultAction, ...rest }) => {
    const shown = defaultAction
      ? makeButton({ ...defaultAction, label: title ?? text }, () => tools.press(defaultAction))
      : title;
    return make(
      'div',
      'card',
      picture(rest),
      make('b', '', shown ?? ''),
      make('p', '', ...wordsOf(text, tools.names)),
      actionsOf(actions, tools),
    );
  });
  return make('div', 'sideways', ...cards);
}

const KINDS = {
  text: ({ text }, { names }) => bubble(...wordsOf(text, names)),
  link: ({ contentText, linkText, link }, { names }) =>
    bubble(make('p', '', ...wordsOf(contentText, names)), makeLink(linkText, link)),
  sticker: ({ packageId, stickerId }) =>
    make('div', 'sticker', '😀', make('small', '', `スタンプ ${packageId}-${stickerId}`)),
  image: (content) => picture(content),
  file,
  audio,
  video: ({ fileId, originalContentUrl }) =>
    bubble(
      make('span', 'ending', '▶'),
      makeLink('動画を開く', originalContentUrl ?? new URL(files(fileId), location.href).href),
    ),
  location: ({ title, address, latitude, longitude }) =>
    bubble(make('b', '', title ?? '位置情報'), make('p', '', address), make('small', '', `${latitude}, ${longitude}`)),
  button_template: ({ contentText, actions }, tools) =>
    make('div', 'card', make('p', '', ...wordsOf(contentText, tools.names)), actionsOf(actions, tools)),
  list_template: list,
  carousel,
  image_carousel: ({ columns }, tools) =>
    make(
      'div',
      'sideways',
      ...columns.map(({ action, ...rest }) => make('div', 'card', picture(rest), actionsOf([action], tools))),
    ),
  flex: drawFlex,
};

const unknown = ({ type }) => bubble(`この種類のメッセージは表示できません（${type}）`);
