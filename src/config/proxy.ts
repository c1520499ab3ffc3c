import { defined } from '../base/defined.js';
import { type ProxySettings, proxyFor } from '../http/connection.js';
import type { Setting } from './resolve.js';
import { UsageError } from './usage-error.js';

/**
 * The proxy to go through: the one that is set, otherwise what the environment says in the variables that curl and most
 * tools know. Of HTTP_PROXY only the lower-case form is read by curl, because a CGI server sets the other; here both are,
 * since nothing of this runs as CGI.
 *
 * @param setting the setting `proxy`
 * @param env environment variables
 * @throws UsageError for a value that is no URL; it is not repeated, because it may hold a password
 */
export function proxyOf(setting: Setting<string | undefined>, env: Readonly<Record<string, string | undefined>>): ProxySettings {
  const chosen = setting.value;
  if (chosen !== undefined) {
    checked(chosen, setting.from);
    return { httpProxy: chosen, httpsProxy: chosen };
  }
  const read = (name: string): string | undefined => env[name.toLowerCase()] || env[name] || undefined;
  const httpProxy = read('HTTP_PROXY');
  const httpsProxy = read('HTTPS_PROXY');
  const noProxy = read('NO_PROXY');
  return {
    ...(httpProxy === undefined ? {} : { httpProxy: checked(httpProxy, 'HTTP_PROXY') }),
    ...(httpsProxy === undefined ? {} : { httpsProxy: checked(httpsProxy, 'HTTPS_PROXY') }),
    ...defined({ noProxy }),
  };
}

/**
 * What a proxy's URL holds that nobody may read: its user's password.
 *
 * @param proxy the settings
 */
export function proxySecrets(proxy: ProxySettings): string[] {
  return [proxy.httpProxy, proxy.httpsProxy].flatMap((text) => {
    const password = text !== undefined && URL.canParse(text) ? new URL(text).password : '';
    return password === '' ? [] : [password, decoded(password)];
  });
}

/**
 * The proxy that a target is reached through, safe to show.
 *
 * @param proxy the settings
 * @param base the target's base URL
 * @returns undefined when there is none
 */
export function shownProxy(proxy: ProxySettings, base: string): string | undefined {
  const text = proxyFor(base, proxy);
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, host } = new URL(text);
  return `${protocol}//${host}`;
}

function checked(url: string, from: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new UsageError(`${from}: the proxy is not a URL such as http://proxy.example.com:3128`);
  return url;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
