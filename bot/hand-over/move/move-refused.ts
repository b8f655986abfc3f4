/** Why records are not moved, and what to do instead. */
export const moveTroubles = {
  'no-programme': '移す元に事業の記録がありません。STORE と場所（EMBEDDED_FILE、COSMOS_DATABASE）を確かめてください',
  'in-use':
    '移す元をサービスか取り込みが使っています。止めて（急に落ちていたときは、もう一度始め、3分待ってから止めて）、もう一度実行してください',
  'other-move':
    '同じ記録を、ほかの機械か別の場所へ移している人がいます。その人が終わるのを待ってください（途中で切れていたときは、その人の機械で続けるか、3分待ってから、もう一度実行してください）',
  'not-empty':
    '移す先に、この事業の途中の移し替えではない記録があります。何も変えていません。空の場所（EMBEDDED_FILE、COSMOS_DATABASE）を指定してください',
  'not-settled': '移している間に記録が変わりました。サービスを止めて、もう一度実行してください（続きから移します）',
  'not-found':
    'どの団体の場所にもない文書があり、数が合いません。移す元はそのままです。記録を export し、開発元に知らせてください',
  'not-begun': '移している途中ではありません。何も変えていません',
} as const;

export class MoveRefused extends Error {
  readonly why: keyof typeof moveTroubles;

  constructor(why: keyof typeof moveTroubles) {
    super(moveTroubles[why]);
    this.why = why;
  }
}
