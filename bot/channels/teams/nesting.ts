/** Activities nest about ten deep; what reads JSON by recursion, here or in the SDK, breaks at some thousands. */
const DEEPEST = 100;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const STEPS = new Map<number, number>([...Buffer.from('[]{}')].map((byte, at) => [byte, at % 2 === 0 ? 1 : -1]));

/** Whether these bytes, read as JSON, hold lists or objects nested deeper than any activity does. */
export function isNestedTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length && depth <= DEEPEST; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) inText = !inText;
    else if (!inText) depth += STEPS.get(byte) ?? 0;
    else if (byte === BACKSLASH) at++;
  }
  return depth > DEEPEST;
}
