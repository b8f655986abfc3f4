import { drawMessage } from './draw.js';
import { makeButton, named } from './pieces.js';

/** How often the room is looked at, in milliseconds. */
const OFTEN = 600;
const me = location.pathname.split('/').pop();
const at = (id) => document.getElementById(id);

let room = new URLSearchParams(location.search).get('room') ?? '';
/** The number of the last message drawn. */
let drawn = -1;
let names = {};

async function look() {
  const response = await fetch(`/phone/${me}/state?room=${encodeURIComponent(room)}`);
  if (!response.ok) throw new Error(String(response.status));
  const state = await response.json();
  names = named(state.names, state.bot);
  frame(state);
  const fresh = state.messages.filter(({ number }) => number > drawn);
  if (fresh.length > 0) append(state, fresh);
}

function frame({ person, rooms, room: here, menu, bot }) {
  room = here.id;
  at('title').textContent = rooms.find(({ id }) => id === here.id)?.title ?? bot;
  at('who').textContent = `${person} さんの画面`;
  document.title = `${person} さん — LINE WORKS（見本）`;
  const select = at('rooms');
  select.hidden = rooms.length < 2;
  if (select.length !== rooms.length) select.replaceChildren(...rooms.map(({ id, title }) => new Option(title, id)));
  select.value = here.id;
  at('mention').hidden = here.kind !== 'group';
  at('mention').dataset.bot = bot;
  showMenu(menu);
  if (!here.open && drawn < 0) offerToBegin();
}

function showMenu(actions) {
  const key = JSON.stringify(actions);
  if (at('menu').dataset.shown === key) return;
  at('menu').dataset.shown = key;
  at('menu').hidden = actions.length === 0;
  at('menu').replaceChildren(...actions.map((action) => makeButton(action, () => press(undefined, action))));
}

function offerToBegin() {
  if (at('messages').childElementCount > 0) return;
  const begin = document.createElement('button');
  begin.className = 'begin';
  begin.textContent = '利用を開始する';
  begin.addEventListener('click', () => {
    begin.remove();
    post({ act: 'open', room });
  });
  at('messages').append(begin);
}

function append({ messages }, fresh) {
  document.querySelector('.begin')?.remove();
  for (const message of fresh) {
    newDay(message.at);
    at('messages').append(drawMessage(message, { names, press: (action) => press(message.number, action) }));
  }
  const last = messages.at(-1);
  drawn = last.number;
  showQuick(last);
  at('messages').scrollTo({ top: at('messages').scrollHeight });
}

let day = '';
function newDay(moment) {
  const date = new Date(moment).toLocaleDateString('ja-JP', { dateStyle: 'full', timeZone: 'Asia/Tokyo' });
  if (date === day) return;
  day = date;
  const line = document.createElement('p');
  line.className = 'day';
  line.textContent = date;
  at('messages').append(line);
}

/** Of the last message alone: with the next one they are gone. */
function showQuick({ number, from, content }) {
  const items = from.kind === 'bot' ? (content.quickReply?.items ?? []) : [];
  at('quick').hidden = items.length === 0;
  at('quick').replaceChildren(...items.map(({ action }) => makeButton(action, () => press(number, action))));
  at('quick').scrollTo({ left: 0 });
}

const press = (number, action) => post({ act: 'press', room, ...(number !== undefined && { number }), action });

async function post(act) {
  at('quick').hidden = true;
  const request = fetch(`/phone/${me}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(act),
  });
  await look();
  const { ok, status } = await request;
  if (!ok) tell(status === 409 ? 'このボタンはもう使えません。' : '送れませんでした。');
  await look();
}

function tell(words) {
  at('notice').textContent = words;
  at('notice').hidden = words === '';
}

at('write').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = at('text').value.trim();
  if (text === '') return;
  at('text').value = '';
  post({ act: 'say', room, text });
});

/** Enter sends, unless it chooses a kanji. */
at('text').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  at('write').requestSubmit();
});

at('mention').addEventListener('click', (event) => {
  const mention = `@${event.currentTarget.dataset.bot} `;
  if (!at('text').value.startsWith(mention)) at('text').value = mention + at('text').value;
  at('text').focus();
});

at('rooms').addEventListener('change', (event) => {
  location.search = `room=${encodeURIComponent(event.currentTarget.value)}`;
});

document.addEventListener('copied', () => {
  tell('コピーしました。');
  setTimeout(() => tell(''), 2_000);
});

async function watch() {
  let lost = false;
  try {
    await look();
  } catch {
    lost = true;
  }
  if (lost) tell('つながりません。デモは動いていますか。');
  else if (at('notice').textContent.startsWith('つながりません')) tell('');
  setTimeout(watch, OFTEN);
}
watch();
