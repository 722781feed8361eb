// An OpenID provider that others have written, as an organization would run one: everybody may sign in under any name, and a
// name that begins with "two-" is somebody who was asked for two factors. Argument: where the site under test is.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const site = process.argv[2];
const server = createServer();
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'sala',
    client_secret: 'a secret between the two',
    redirect_uris: [`${site}/sign-in/with/bank/back`],
    backchannel_logout_uri: `${site}/sign-in/with/bank/logout`,
    backchannel_logout_session_required: true,
  }],
  features: { backchannelLogout: { enabled: true }, devInteractions: { enabled: true } },
  pkce: { required: () => true },
  claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
  async findAccount(_, id) {
    return {
      accountId: id,
      claims: async () => ({
        sub: id,
        name: 'Mele Taufa',
        email: 'mele@foreign.example',
        email_verified: true,
      }),
    };
  },
});
// The pages of its own know one factor only.
const finish = provider.interactionFinished.bind(provider);
provider.interactionFinished = (request, response, result, options) => {
  if (result.login?.accountId.startsWith('two-')) result.login.amr = ['pwd', 'otp', 'mfa'];
  return finish(request, response, result, options);
};
provider.on('server_error', (_, error) => console.error(error));
server.on('request', provider.callback());
console.log(issuer);
