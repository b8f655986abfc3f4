const SAYS: Readonly<Record<string, string>> = {
  ENOENT: 'フォルダーがありません。先に作るか、別の場所を指定してください。',
  ENOTDIR: 'フォルダーがありません。先に作るか、別の場所を指定してください。',
  EISDIR: 'フォルダーです。ファイルの名前まで指定してください。',
  EACCES: '書き込みが許されていません。別の場所を指定してください。',
  EPERM: '書き込みが許されていません。別の場所を指定してください。',
  EROFS: '書き込みが許されていません。別の場所を指定してください。',
  ENAMETOOLONG: '名前が長すぎます。短くしてください。',
  ENOSPC: '空きがありません。空きを作ってから、もう一度実行してください。',
};

/** What the operator can do about a file that cannot be opened or written; undefined for any other error. */
export function fileProblem(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('path' in error)) return undefined;
  const said = SAYS[String(error.code)];
  return said && `${String(error.path)} を書き出せません: ${said}`;
}
