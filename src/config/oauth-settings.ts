import type { SettingSpec } from './setting-spec.js';
import { choice, file, type NameAndValue, nameAndValue, one, text } from './values.js';

/** The settings by which access tokens are asked for. */
export interface OAuthValues {
  readonly oauthTokenUrl: string | undefined;
  readonly oauthClientId: string | undefined;
  readonly oauthClientSecretFile: string | undefined;
  readonly oauthAuth: 'basic' | 'post';
  readonly oauthScope: string | undefined;
  readonly oauthParameter: readonly NameAndValue[];
  readonly oauthKey: string | undefined;
  readonly oauthClaim: readonly NameAndValue[];
  readonly oauthAssertionFile: string | undefined;
  readonly oauthAssertionCommand: string | undefined;
}

type Register = { readonly [K in keyof OAuthValues]: SettingSpec<OAuthValues[K]> };

/** Spelling, help and reading of the settings by which access tokens are asked for. */
export const OAUTH_SETTING_SPECS: Register = {
  oauthTokenUrl: {
    name: 'oauth-token-url',
    group: 'OAuth 2.0 instead of a token',
    placeholder: 'URL',
    many: false,
    summary:
      'token endpoint that gives access tokens by the client credentials grant; with --target sample the word "sample": the one of the sample',
    fallback: undefined,
    parse: one(
      text(/^(https?:\/\/[^\s@#]+|sample)$/i, 'a URL such as https://example.com/oauth/token, without user name or fragment', true),
    ),
  },
  oauthClientId: {
    name: 'oauth-client-id',
    group: 'OAuth 2.0 instead of a token',
    placeholder: 'ID',
    many: false,
    summary: 'id of the client; its secret is read from SCIM_CHECK_OAUTH_CLIENT_SECRET or a file',
    fallback: undefined,
    parse: one(text(/^[\x20-\x7e]{1,1000}$/, 'a client id', true)),
  },
  oauthClientSecretFile: {
    name: 'oauth-client-secret-file',
    group: 'OAuth 2.0 instead of a token',
    placeholder: 'FILE',
    many: false,
    summary: 'file that holds the client secret; "-" reads standard input',
    fallback: undefined,
    parse: one(file),
  },
  oauthAuth: {
    name: 'oauth-auth',
    group: 'OAuth 2.0 instead of a token',
    placeholder: 'WHERE',
    many: false,
    summary: "where id and secret are sent: basic (in the header, as Entra's connections are set up) or post (in the body)",
    fallback: 'basic',
    parse: one(choice(['basic', 'post'])),
  },
  oauthScope: {
    name: 'oauth-scope',
    group: 'OAuth 2.0 instead of a token',
    placeholder: 'TEXT',
    many: false,
    summary: 'scope to ask for',
    fallback: undefined,
    parse: one(text(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/, 'a scope: words that are separated by one blank', true)),
  },
  oauthParameter: {
    name: 'oauth-parameter',
    group: 'OAuth 2.0 instead of a token',
    placeholder: 'NAME=VALUE',
    many: true,
    summary: 'further parameter of the token request, such as resource, audience or baseAddress',
    fallback: [],
    parse: (texts) => texts.map(nameAndValue),
  },
  oauthKey: {
    name: 'oauth-key',
    group: 'OAuth 2.0 instead of a token',
    placeholder: 'FILE',
    many: false,
    summary: 'private key (PEM or JWK) that signs assertions in place of a secret, as in workload identity federation (RFC 7523 §2.2)',
    fallback: undefined,
    parse: one(file),
  },
  oauthClaim: {
    name: 'oauth-claim',
    group: 'OAuth 2.0 instead of a token',
    placeholder: 'NAME=VALUE',
    many: true,
    summary: 'claim of an assertion signed with --oauth-key; default: iss and sub are the client id, aud is the token endpoint',
    fallback: [],
    parse: (texts) => texts.map(nameAndValue),
  },
  oauthAssertionFile: {
    name: 'oauth-assertion-file',
    group: 'OAuth 2.0 instead of a token',
    placeholder: 'FILE',
    many: false,
    summary: 'file that holds an assertion from elsewhere; it is read anew for each access token',
    fallback: undefined,
    parse: one(file),
  },
  oauthAssertionCommand: {
    name: 'oauth-assertion-command',
    group: 'OAuth 2.0 instead of a token',
    placeholder: 'COMMAND',
    many: false,
    summary: 'shell command that prints an assertion; it is run anew for each access token',
    fallback: undefined,
    parse: one(text(/\S/, 'a command')),
  },
};
