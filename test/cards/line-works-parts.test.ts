import fc from 'fast-check';
import { CardTooLarge } from '../../bot/channels/line-works/card-too-large.ts';
import { asTyped } from '../../bot/channels/line-works/draw/as-typed.ts';
import { shorten } from '../../bot/channels/line-works/draw/shorten.ts';
import { textMessages } from '../../bot/channels/line-works/draw/text-messages.ts';
import { draw, plainText, requestsOf } from '../../bot/channels/line-works/draw.ts';
import { pressedOf } from '../../bot/channels/line-works/pressed.ts';
import { buttons, card, facts, list, type Node, notice, text } from '../../cards/card.ts';
import { contents, one, replies, sampleOf, show, shown } from './line-works-drawn.ts';
import { faultsOf, type Json } from './line-works-limits.ts';

const HALF_A_SIGN = /\p{Cs}/u;

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
    const drawn = sampleOf('every-list');
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
    const file = {
      kind: 'file',
      name: '次第.ics',
      type: 'text/calendar',
      content: '終',
      again: { command: 'help', input: {} },
    } as const;
    expect(draw(one(file))[0]).toEqual({
      kind: 'file',
      name: '次第.ics',
      type: 'text/calendar',
      bytes: Buffer.from('終'),
    });
    expect(shown(draw(one(file)))).toContain('次第.ics');
    expect(requestsOf(draw(one(file)))).toBe(4);
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
    const none = { ...trend, points: [{ label: '9/9', value: undefined, instead: '未実施（確認済）' }] };
    expect(shown(draw(one(none)))).toContain('― 未実施（確認済）');
    expect(plainText(one(none))).not.toContain('未報告');
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
