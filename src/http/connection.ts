import { createRequire } from 'node:module';
import type { Dispatcher } from 'undici';
import { abandonable } from './connecting.js';
import { isLoopback } from './target.js';
import { Pool, proxyAgent } from './undici.js';

/** The proxy settings of the environment, as values: this room reads no environment. */
export interface ProxySettings {
  /** `HTTP_PROXY`, for an `http://` target. */
  readonly httpProxy?: string;
  /** `HTTPS_PROXY`, for an `https://` target. */
  readonly httpsProxy?: string;
  /** `NO_PROXY`: host names, separated by commas. */
  readonly noProxy?: string;
}

export interface ConnectionOptions {
  /** `scheme://host[:port]`. */
  readonly origin: string;
  readonly timeoutMs: number;
  /** Further trusted authorities, as PEM text. They are added to Node's own, not put in their place. */
  readonly caFile?: string;
  readonly proxy?: ProxySettings;
}

/**
 * The proxy that an origin is reached through, except where `NO_PROXY` says otherwise.
 *
 * @param url of the target
 * @param proxy the settings
 * @returns undefined when there is none, as for a target on this machine
 */
export function proxyFor(url: string, proxy: ProxySettings | undefined): string | undefined {
  const { protocol, hostname } = new URL(url);
  const chosen = protocol === 'https:' ? proxy?.httpsProxy : proxy?.httpProxy;
  return chosen === undefined || chosen === '' || isLoopback(hostname) ? undefined : chosen;
}

/** The pool of connections to one origin. */
export interface Connection {
  readonly dispatcher: Dispatcher;
  /** Ends all of them, also those that are being made. */
  close(): Promise<void>;
}

/**
 * Opens the pool of connections to one origin, directly or through a proxy. Certificates are always verified.
 * A target on this machine is never reached through a proxy.
 *
 * @param options see the members
 * @throws TypeError when the proxy's URL is not one
 */
export function connect(options: ConnectionOptions): Connection {
  const url = new URL(options.origin);
  const tls = options.caFile === undefined ? {} : { ca: [...publicAuthorities(), options.caFile] };
  // Said outright, it also holds where NODE_TLS_REJECT_UNAUTHORIZED=0 would turn verification off.
  const connectOptions = { ...tls, rejectUnauthorized: true, timeout: options.timeoutMs };
  // The one deadline of an exchange is kept by the transport; undici's own would only cut it short or outlive it.
  // Many servers close a connection that is idle for two or five seconds: one that is about to be closed is not used any more.
  const idle = { keepAliveTimeout: 1000, keepAliveMaxTimeout: 1000 };
  const { connect, abandon } = abandonable({ ...connectOptions, allowH2: false });
  const common = {
    ...idle,
    connect,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
  };
  const secure = url.protocol === 'https:';
  const proxy = proxyFor(options.origin, options.proxy);
  if (proxy === undefined) return closing(new Pool(options.origin, common), abandon);
  const agent = proxyAgent({
    ...common,
    // Each is given so that undici looks nothing up in the environment. There is one origin, so one proxy serves both.
    httpProxy: proxy,
    httpsProxy: proxy,
    noProxy: options.proxy?.noProxy ?? '',
    // Proxies commonly allow CONNECT to port 443 only.
    proxyTunnel: secure,
    requestTls: connectOptions,
    proxyTls: connectOptions,
  });
  return closing(agent, abandon);
}

/** Loaded where they are asked for: it takes as long as a request. */
function publicAuthorities(): readonly string[] {
  const { rootCertificates }: typeof import('node:tls') = createRequire(import.meta.url)('node:tls');
  return rootCertificates;
}

function closing(dispatcher: Dispatcher, abandon: () => void): Connection {
  return {
    dispatcher,
    async close() {
      const destroyed = dispatcher.destroy().catch(() => undefined);
      abandon();
      await destroyed;
    },
  };
}
