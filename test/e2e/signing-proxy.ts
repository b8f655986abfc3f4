import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TENANT } from '../../demo/playground.ts';
import { startIdentityProvider } from '../fakes/teams/identity-provider.ts';

/**
 * Stands between the Playground, which signs nothing, and the bot, which believes nothing unsigned: mints a token for
 * the `serviceUrl` of each activity and passes it on.
 */
export async function startSigningProxy() {
  const identity = await startIdentityProvider();
  const appId = randomUUID();
  let bot = '';
  await identity.giveIdentity(appId);
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    // The Playground first asks whether anyone is there.
    if (request.method !== 'POST' || body.length === 0) {
      response.statusCode = 405;
      response.end();
      return;
    }
    const { serviceUrl = '' } = JSON.parse(body.toString()) as { serviceUrl?: string };
    const answer = await fetch(bot, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${identity.mint(appId, serviceUrl)}` },
      body,
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { cloud } = identity;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    settings: {
      MicrosoftAppId: appId,
      MicrosoftAppType: 'UserAssignedMsi',
      MicrosoftAppTenantId: TENANT,
      ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
      ToBotFromChannelTokenIssuer: cloud.tokenIssuer,
      ToChannelFromBotLoginUrl: cloud.loginUrl,
      ToChannelFromBotOAuthScope: cloud.oAuthScope,
      OAuthUrl: cloud.oAuthUrl,
    },
    connect(url: string) {
      bot = url;
    },
    async stop() {
      server.close();
      await identity.stop();
    },
  };
}
