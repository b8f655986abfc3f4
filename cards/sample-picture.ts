import type { Node } from './card.ts';

/**
 * A small picture for samples. The real ones are drawn of the records: in the demonstration by 「グラフ K0-03」, 「全体図」 and
 * 「1枚で」, and in test/pictures, which reads their figures back.
 */
export const samplePicture: Extract<Node, { kind: 'image' }> = {
  kind: 'image',
  name: '図の見本.png',
  alt: '図の見本: 値は20から60に増えています。実際の図は「グラフ K0-03」や「全体図」で見られます。',
  png: Uint8Array.from(
    atob(
      [
        'iVBORw0KGgoAAAANSUhEUgAAAPAAAABQBAMAAADVZ+VPAAAAMFBMVEX////Z3uPb6Pb74+EfKTNrcni1uLxfa3aVnaXKztILXK1ek8muyeSzJh7N',
        'cGvmt7XEVezAAAACv0lEQVR42u2WMWvbQBTHn8xJsqGDBC6luEPoWn8ICc6WvGUQnV0wtKMKom62G0xRNg8m0K8gLXVGn4cmY/OlmneyjVTLSaju',
        'FGjvPwhLHn733v9/9w5AS0tLS76M70KOeCGxEkaX7sTw7erSKX1kSsGToroVUiJK6RQ/evjXSi3YA3gJsCQMYBa+Hn8MyuAeLunivutLBWCb9acQ',
        'EAZWgMSZV2o12RvhKQCbnu1ZY8KgH4PpgTXa939RVJwEiio2Qsu3PcIgArBjgMSpeGxR6ijyOIGLFSPMGAEIp6fQDdM0TSMBJvN5rAb84QpgDoR1',
        'fYDVVBRaBievPo/UgJMvYE6AMNMD7Db0WbnV3dCOZ+dyWJ1tBdyLwsU5EGZ7AKOCdwgXQD+2466cko1NXvXYiKhTgK3xvamLZenksigGLpJR8jDL',
        'Mqd6gERJWHiMRUOCnyMRcIBFjD/MoHmw32VZlv2ogGehEY1FqmcMTRWRKsBm0EsXYTqdTZpyB8itehyNHDC+EgbJJcUasWpjhOCe34+teRLMz42G',
        'O6rzC7nraqpT0UY8uagPIM5qsH0EW5OenCHR2SD3urqdxJZNU4xw6oApZqFFp+i37cuZTgZy859/7ONgLpQUMxBwKtp0jA9KYylgjHOWOzVjcdfq',
        'g8z3+PyUfpMyj0Wc87PWr1FHcW5HNXFuh1sT51Zuq3VxbkH1cVYvHWcdZx3n/z7Ow03GOb9xW46zwbO9cs63rtNOnDt32ZFyztfumdo4DzbZSdW2',
        'X06chwU2X3fcAef1a6i2X0qc9+ZuD+s33LsH+Gv3rYw4783lx3a5bzjnJx24lmJufnt6ZbXtbxjng7lPMKTS/mZxPjb3cRXtbxTnB8xVe74/aq6a',
        'Mfp0c6XeGv7CXBnTTJurzf1HzIUXz2IuNvoZzC3Uvrk78VvQ0tLS0tLS+g3TxOE78dzVIgAAAABJRU5ErkJggg==',
      ].join(''),
    ),
    (sign) => sign.charCodeAt(0),
  ),
};
