import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Request,
} from 'botbuilder';
import restify from 'restify';

/** The yardstick: an echo as a newcomer writes it after the SDK's sample, with every default of the SDK and restify. */
const { PORT, HOST, MicrosoftAppId = '', MicrosoftAppType = '', MicrosoftAppTenantId = '' } = process.env;

const credentials = new ConfigurationServiceClientCredentialFactory({
  MicrosoftAppId,
  MicrosoftAppType,
  MicrosoftAppTenantId,
});
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ ...process.env }, credentials));

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
  await next();
});

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (req, res) => {
  // Under `exactOptionalPropertyTypes` the two libraries' types disagree on `method`.
  await adapter.process(req as Request, res, (context) => bot.run(context));
});
server.listen(Number(PORT), HOST);
