/** Only these may be opened from a message. */
const SAFE = /^(https?|tel|mailto):/i;

/** What `<m userId="…">` shows. */
export function named(names, bot) {
  return (id) => (id === 'all' ? '全員' : id === 'bot' ? bot : (names[id] ?? id));
}

export function make(tag, className = '', ...inside) {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...inside.filter((each) => each !== undefined && each !== ''));
  return element;
}

/** Words as they are; mentions stand out. */
export function wordsOf(text, names) {
  return String(text)
    .split(/<m userId="([^"]*)">/)
    .map((part, at) => (at % 2 === 1 ? make('b', 'mention', `@${names(part)}`) : part));
}

export function makeLink(words, address, className = '') {
  if (!SAFE.test(address)) return make('span', className, `${words}（開けないリンク）`);
  const link = make('a', className, words);
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

/** A button for an action: what calls back, what opens, what is copied. Nothing else is here to be used. */
export function makeButton(action, press) {
  const { type, label, uri, copyText } = action;
  if (type === 'uri') return makeLink(label, uri, 'button link');
  const button = make('button', 'button', label);
  button.type = 'button';
  if (type === 'copy') {
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(copyText);
      document.dispatchEvent(new Event('copied'));
    });
  } else if (type === 'message' || type === 'postback') button.addEventListener('click', press);
  else {
    button.disabled = true;
    button.title = 'スマートフォンでだけ使えます';
  }
  return button;
}
