import fc from 'fast-check';
import { CardTooLarge } from '../../bot/channels/line-works/card-too-large.ts';
import { asTyped } from '../../bot/channels/line-works/draw/as-typed.ts';
import { shorten } from '../../bot/channels/line-works/draw/shorten.ts';
import { textMessages } from '../../bot/channels/line-works/draw/text-messages.ts';
import { draw, plainText, requestsFor } from '../../bot/channels/line-works/draw.ts';
import { type Content, isUpload, type MessageAction, type Outgoing } from '../../bot/channels/line-works/message.ts';
import { PostbackTooLong, postbackOf, pressedOf } from '../../bot/channels/line-works/pressed.ts';
import { type Ask, buttons, type Card, card, facts, list, type Node, notice, text } from '../../cards/card.ts';
import { samples } from '../../cards/samples.ts';
import { faultsOf, type Json } from './line-works-limits.ts';

const contents = (drawn: readonly Outgoing[]): Content[] => drawn.filter((one): one is Content => !isUpload(one));
const actions = (drawn: readonly Outgoing[]): MessageAction[] =>
  contents(drawn).flatMap((one) => (one.type === 'button_template' ? one.actions : []));
const replies = (drawn: readonly Outgoing[]): MessageAction[] =>
  contents(drawn).flatMap(({ quickReply }) => quickReply?.items.map(({ action }) => action) ?? []);
const labels = (drawn: readonly Outgoing[]) => actions(drawn).map(({ label }) => label);

/** What is read in the room, without labels. */
const shown = (drawn: readonly Outgoing[]): string =>
  contents(drawn)
    .flatMap((one) => {
      if (one.type === 'text') return [one.text];
      if (one.type === 'button_template') return [one.contentText];
      return one.type === 'flex' ? texts(one.contents) : [];
    })
    .join('\n');

function texts(part: unknown): string[] {
  if (part === null || typeof part !== 'object') return [];
  const inner = Object.values(part).flatMap(texts);
  return 'text' in part ? [String(part.text), ...inner] : inner;
}

function asksOf({ body }: Card): { ask: Ask; label: string; opens: boolean }[] {
  const press = (label: string, ask: Ask, opens = false) => ({ ask, label, opens });
  return body.flatMap((node) => {
    if (node.kind === 'buttons') return node.buttons.map((one) => press(one.label, one.ask));
    if (node.kind === 'list') return node.rows.flatMap((row) => (row.ask ? [press(row.title, row.ask)] : []));
    if (node.kind === 'meter') return node.ask ? [press(node.label, node.ask)] : [];
    return node.kind === 'form' ? [press(node.opensBy ?? node.submit, node.ask, true)] : [];
  });
}

describe.each(Object.entries(samples))('%s', (_name, sample) => {
  const made = sample();
  const drawn = draw(made);

  it('is within what LINE WORKS takes', () => {
    expect(contents(drawn).flatMap((content) => faultsOf(content as unknown as Json))).toEqual([]);
  });

  it('is at most a bubble and its buttons, or one message for each ten buttons', () => {
    const files = made.body.filter(({ kind }) => kind === 'file').length;
    const most = Math.max(2, Math.ceil(asksOf(made).length / 10));
    expect(drawn.length - files).toBeLessThanOrEqual(most);
    expect(requestsFor(made)).toBe(drawn.length + 2 * files);
  });

  it('offers everything that can be pressed, and forms open', () => {
    const pressed = actions(drawn).map(({ postback }) => pressedOf(postback));
    for (const { ask, opens } of asksOf(made)) expect(pressed).toContainEqual(pressedOf(postbackOf(ask, opens)));
    expect(pressed.filter((one) => 'opens' in one)).toHaveLength(asksOf(made).filter(({ opens }) => opens).length);
  });

  it('lets the room read the whole label', () => {
    const said = actions(drawn).map(({ text: words }) => words);
    for (const { label } of asksOf(made)) expect(said.join('\n')).toContain(label);
    for (const action of actions(drawn)) if (action.label !== action.text) expect(action.label).toMatch(/…$/);
  });

  it('can be read as text alone', () => {
    const plain = plainText(made);
    expect(plain).toContain(made.title);
    const words = made.body.flatMap((node) => (node.kind === 'notice' ? [node.text] : []));
    for (const said of words) expect(plain).toContain(said);
  });
});

it('no button of the samples carries nearly what a button may carry', () => {
  const all = Object.values(samples).flatMap((sample) => [...actions(draw(sample())), ...replies(draw(sample()))]);
  expect(Math.max(...all.map(({ postback }) => postback.length))).toBeLessThan(500);
});

const HALF_A_SIGN = /\p{Cs}/u;
const show = (item: string): Ask => ({ command: 'show-item', input: { item } });
const one = (...body: readonly Node[]): Card => card('題', '要約', ...body);
const sampleOf = (name: string) => draw(samples[name]?.() ?? one());

describe('the weekly card', () => {
  it.each(['check-in', 'check-in-actions'])('%s is one message that is answered by its first button', (name) => {
    const drawn = sampleOf(name);
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toMatchObject({ type: 'button_template', contentText: expect.stringContaining('77.4%') });
    expect(actions(drawn)[0]).toMatchObject({ label: '全て変更なし', text: '全て変更なし' });
    expect(pressedOf(actions(drawn)[0]?.postback ?? '')).toMatchObject({ ask: { command: 'carry-over' } });
    expect(actions(drawn)[1]).toMatchObject({ label: '変わったことを入力する' });
  });

  it('says what was not accepted', () =>
    expect(shown(sampleOf('check-in-again'))).toContain(
      '■ K0-03 DX基礎研修受講率: 修了者数は、対象職員数の 124 以下で入力してください。',
    ));
});

describe('buttons', () => {
  it('stand with their primary one in front, and danger at the end', () => {
    const drawn = draw(
      one(
        list([{ title: '行', ask: show('a') }]),
        buttons({ label: '消す', look: 'danger', ask: show('b') }, { label: '開く', ask: show('c') }),
        buttons({ label: '隣', ask: show('d') }, { label: '送る', look: 'primary', ask: show('e') }),
      ),
    );
    expect(labels(drawn)).toEqual(['送る', '隣', '行', '開く', '消す']);
  });

  it('go on in a further message after ten', () => {
    const many = Array.from({ length: 23 }, (_, at) => ({ label: `ボタン${at}`, ask: show(`${at}`) }));
    const drawn = draw(one(text('文'), buttons(...many)));
    expect(drawn.map((each) => ('actions' in each ? each.actions.length : 0))).toEqual([10, 10, 3]);
    expect(labels(drawn)).toEqual(many.map(({ label }) => label));
    expect(shown(drawn)).toContain('ほかの操作');
  });

  it('are at most twenty where rows are many, and the rest is reached by typing', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({ title: `項目${at}`, ask: show(`${at}`) }));
    const drawn = draw(one(list(rows), buttons({ label: '戻る', ask: show('back') })));
    expect(labels(drawn)).toHaveLength(20);
    expect(labels(drawn)).toContain('戻る');
    expect(contents(drawn).at(-1)).toMatchObject({
      contentText: expect.stringContaining('ボタンのない11件は、名前を送ってください（例: 項目19）。'),
    });
    for (const { title } of rows) expect(shown(drawn)).toContain(title);
  });

  it('are numbered where they would look alike, in the text too', () => {
    const long = '自治体DX推進計画の策定に向けた庁内の合意形成';
    const drawn = draw(
      one(
        list([
          { title: `${long}（前半）`, ask: show('a') },
          { title: `${long}（後半）`, ask: show('b') },
        ]),
        buttons({ label: '送り直す', ask: show('c') }),
        list([{ title: '川上村' }]),
        buttons({ label: '送り直す', ask: show('d') }, { label: '見る', ask: show('e') }),
      ),
    );
    expect(labels(drawn).map((label) => label.slice(0, 4))).toEqual([
      '①自治体',
      '②自治体',
      '①送り直',
      '②送り直',
      '見る',
    ]);
    expect(actions(drawn)[1]?.text).toBe(`②${long}（後半）`);
    expect(shown(drawn)).toContain(`・②${long}（後半）`);
    expect(shown(drawn)).toContain('・川上村\n　→ ②送り直す\n　→ 見る');
  });

  it('that say and do the same are offered once', () =>
    expect(
      labels(draw(one(list([{ title: '状況', ask: show('a') }]), buttons({ label: '状況', ask: show('a') })))),
    ).toEqual(['状況']));

  it('are refused when they carry too much', () =>
    expect(() => draw(one(buttons({ label: '送る', ask: show('あ'.repeat(1000)) })))).toThrow(PostbackTooLong));
});

describe('labels', () => {
  it.each([
    ['ちょうど二十文字のラベルは切られません。', 'ちょうど二十文字のラベルは切られません。'],
    ['二十文字を超えたラベルは切られたことが分かります', '二十文字を超えたラベルは切られたことが…'],
    [`${'あ'.repeat(18)}𠮷𠮷`, `${'あ'.repeat(18)}…`],
    ['1行目\n2行目', '1行目 2行目'],
  ])('%s', (label, short) => expect(shorten(label, 20)).toBe(short));

  it('never hold half a sign', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('𠮷', 'あ', 'a', '\n', ' ')), (signs) => {
        const short = shorten(signs.join(''), 20);
        expect(short.length).toBeLessThanOrEqual(20);
        expect(short).not.toMatch(HALF_A_SIGN);
      }),
    ));
});

describe('quick replies and files', () => {
  const many = (count: number): Node => ({
    kind: 'replies',
    replies: Array.from({ length: count }, (_, at) => ({ label: `答え${at}`, says: `答え${at}` })),
  });

  it('stand on the last message and say their words', () => {
    const drawn = draw(samples['every-list']?.() ?? one());
    expect(
      contents(drawn)
        .slice(0, -1)
        .flatMap((each) => each.quickReply ?? []),
    ).toEqual([]);
    expect(replies(drawn)[0]).toMatchObject({ label: '前回と同じ（1,204人）', text: '前回と同じ' });
    expect(replies(drawn).map(({ postback }) => pressedOf(postback))).toContainEqual({
      kind: 'said',
      text: 'スキップ',
    });
  });

  it('are at most thirteen', () => {
    expect(replies(draw(one(many(13))))).toHaveLength(13);
    expect(() => draw(one(many(14)))).toThrow(CardTooLarge);
  });

  it('a file is uploaded before the words that name it, for three requests', () => {
    const file = { kind: 'file', name: '次第.ics', type: 'text/calendar', content: '終' } as const;
    expect(draw(one(file))[0]).toEqual({
      kind: 'file',
      name: '次第.ics',
      type: 'text/calendar',
      bytes: Buffer.from('終'),
    });
    expect(shown(draw(one(file)))).toContain('次第.ics');
    expect(requestsFor(one(file))).toBe(4);
  });
});

describe('figures', () => {
  const point = (label: string, value: number | undefined) => ({ label, value });
  const trend: Node = {
    kind: 'trend',
    label: '申請率',
    unit: '%',
    target: 80,
    points: [point('9/2', 0), point('9/9', undefined), point('9/16', 40)],
  };
  const widths = (value: unknown): string[] =>
    [...JSON.stringify(value).matchAll(/"width":"(\d+%)"/g)].map((found) => found[1] ?? '');

  it('show a gap as not reported and without a bar, and zero as zero', () => {
    const drawn = draw(one(trend));
    expect(shown(drawn).split('\n')).toEqual([
      '題',
      '申請率（目標 80%）',
      '9/2',
      '0%',
      '9/9',
      '― 未報告',
      '9/16',
      '40%',
    ]);
    expect(widths(drawn)).toEqual(['50%']);
    expect(JSON.stringify(drawn).match(/"backgroundColor":"#D5DADF"/g)).toHaveLength(2);
    expect(plainText(one(trend))).toContain('9/9: ― 未報告\n9/16: 40%');
  });

  it.each([
    [0, []],
    [1, ['2%']],
    [99, ['98%']],
    [100, ['100%']],
  ])('draw %d%% so that only nothing is empty and only all is full', (percent, drawn) =>
    expect(widths(draw(one({ kind: 'meter', label: 'a', percent, caption: '', tone: 'good' })))).toEqual(drawn),
  );

  it('give every tone its mark and its figure in words', () => {
    const tones = ['good', 'attention', 'bad', 'quiet', 'plain'] as const;
    const meters = tones.map((tone): Node => ({ kind: 'meter', label: '率', percent: 62, caption: '', tone }));
    const said = shown(draw(one(...meters)));
    expect(said.match(/[●▲■―◇]/g)).toEqual(['●', '▲', '■', '―', '◇']);
    expect(said.match(/62%/g)).toHaveLength(5);
  });

  it('go on in a further bubble where one would be too large', () => {
    const meters = Array.from(
      { length: 60 },
      (_, at): Node => ({
        kind: 'meter',
        label: `率${at}`,
        percent: at,
        caption: '',
        tone: 'plain',
      }),
    );
    const drawn = draw(one(...meters));
    expect(drawn.length).toBeGreaterThan(1);
    expect(contents(drawn).flatMap((content) => faultsOf(content as unknown as Json))).toEqual([]);
    for (let at = 0; at < 60; at++) expect(shown(drawn)).toContain(`率${at}`);
    const huge: Node = { kind: 'table', head: ['題'], rows: [['長'.repeat(6000)]] };
    expect(() => draw(one(huge))).toThrow(CardTooLarge);
  });
});

describe('long text', () => {
  it('is parted at line ends, and nothing is lost', () => {
    const lines = Array.from({ length: 120 }, (_, at) => `${at} ${'文'.repeat(40)}`);
    const drawn = textMessages(lines.join('\n'));
    expect(drawn.length).toBe(3);
    expect(drawn.map((each) => each.text).join('\n')).toBe(lines.join('\n'));
  });

  it('stands above its buttons in a message of its own', () => {
    const drawn = draw(one(text('長'.repeat(1500)), buttons({ label: '開く', ask: show('a') })));
    expect(drawn).toMatchObject([
      { type: 'text' },
      { type: 'button_template', contentText: expect.stringMatching(/^【題】/) },
    ]);
  });

  it('of one line is parted without cutting a sign', () => {
    const drawn = textMessages('𠮷'.repeat(2500));
    expect(drawn.every((each) => !HALF_A_SIGN.test(each.text) && each.text.length <= 2000)).toBe(true);
    expect(drawn.map((each) => each.text).join('')).toBe('𠮷'.repeat(2500));
  });
});

describe('what people write calls nobody', () => {
  it.each([
    ['<m userId="all">', '<\u200Bm userId="all">'],
    ['< M userId="all">', '<\u200B M userId="all">'],
    ['</m>', '<\u200B/m>'],
    ['<table> と 3<5 と a<b', '<table> と 3<5 と a<b'],
  ])('%s', (said, safe) => {
    expect(asTyped(said)).toBe(safe);
    expect(asTyped(safe)).toBe(safe);
  });

  it('wherever it is shown', () => {
    const piece = fc.constantFrom('<', '<m ', '<M', 'm userId="all">', '\n', ' ', 'あ', '\u200B', '/', '>');
    const words = fc.array(piece, { minLength: 1, maxLength: 30 }).map((all) => `あ${all.join('')}`);
    fc.assert(
      fc.property(words, fc.boolean(), (said, withFigures) => {
        const figures: Node[] = withFigures ? [{ kind: 'table', head: [said, said], rows: [[said, said]] }] : [];
        const made = card(
          said,
          said,
          ...[
            text(said),
            notice('bad', said),
            facts([said, said]),
            list([{ title: said, detail: said, ask: show('a') }]),
          ],
          ...figures,
          buttons({ label: said, ask: show('b') }, { label: `${said}2`, ask: show('c') }),
          { kind: 'replies', replies: [{ label: said, says: said }] },
        );
        expect(contents(draw(made)).flatMap((content) => faultsOf(content as unknown as Json))).toEqual([]);
        expect(plainText(made)).not.toMatch(/<\s*\/?\s*m(?![a-z0-9])/i);
      }),
    );
  });
});
