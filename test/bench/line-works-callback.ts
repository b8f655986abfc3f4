import { signatureOf } from '../fakes/line-works/callbacks.ts';
import type { FakeLineWorks } from '../fakes/line-works/fake-line-works.ts';

let issued = 0;

/** What the product sends for what somebody does 1:1, over connections that are kept; nothing is issued twice at once. @returns the status */
export async function callbackOf(works: FakeLineWorks, url: string, userId: string, content: object): Promise<number> {
  issued = Math.max(issued + 1, Date.now());
  const source = { userId, domainId: works.world.domainId };
  const body = JSON.stringify({ type: 'message', source, issuedTime: new Date(issued).toISOString(), content });
  const signature = signatureOf(works.config.botSecrets[0] ?? '', body);
  const headers = { 'x-works-signature': signature, 'x-works-botid': works.config.botId };
  const response = await fetch(url, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}
