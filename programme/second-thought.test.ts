import { isSecondThought } from './second-thought.ts';

it.each([
  'やっぱり承認',
  'やっぱり承認します',
  'やはり、承諾とする',
  'いや、条件付き承認にします',
  'やっぱりいい',
  'やっぱりいいです。',
  'やはりやめます',
  'やっぱり足りました',
  'やっぱ取り消し',
  '承認',
  '不承諾とする',
])('%s is another decision', (said) => {
  expect(isSecondThought(said)).toBe(true);
});

it.each([
  '予算が付かなかったため',
  'やはり人手が足りないため',
  'やっぱり承認の手順が違うため',
  '承認の手順が決まっていないため',
  '再委託先の体制が分からないため取り消したい',
  'いいえの回答が3件あるため',
  '残り8業務の時期',
])('%s is a reason', (said) => {
  expect(isSecondThought(said)).toBe(false);
});
