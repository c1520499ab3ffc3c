import { CREDENTIAL, type Header, headerOf } from '../scim/message.js';
import type { Credential } from './credential.js';

/** A request as events carry it: the credential stands as `CREDENTIAL`. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body?: string;
}

/** The shell that the command is for. */
export type CurlPlatform = 'posix' | 'powershell';

/** Longer bodies are cut, and the command says so. */
const MAX_BODY = 8_000;

/**
 * A one-line command that repeats a request. Everything that came from outside is quoted so that no shell expands it;
 * the credential alone is left for the shell to fill in from SCIM_CHECK_TOKEN.
 *
 * @param request method, absolute URL, headers and body
 * @param platform the shell; POSIX shells (bash, zsh, dash, Git Bash) by default
 * @param scheme how the credential goes into the header
 * @see POSIX.1-2017 Shell Command Language §2.2.2, `$'…'` of bash and zsh for control characters
 */
export function curlOf(request: CurlRequest, platform: CurlPlatform = 'posix', scheme: Credential['scheme'] = 'Bearer'): string {
  const quote = platform === 'posix' ? posix : powershell;
  const parts = [platform === 'posix' ? 'curl' : 'curl.exe', '-X', quote(request.method), quote(request.url)];
  // curl reads brackets and braces in a URL as patterns, and filters are full of them.
  if (/[[\]{}]/.test(request.url)) parts.push('-g');
  for (const [name, value] of request.headers) {
    parts.push(...(value.includes(CREDENTIAL) ? credentialOption(name, value, platform, scheme) : ['-H', quote(`${name}: ${value}`)]));
  }
  let note = '';
  if (request.body !== undefined) {
    // curl would otherwise declare the body a form.
    if (headerOf(request.headers, 'content-type') === undefined) parts.push('-H', quote('Content-Type:'));
    const body = cut(request.body);
    if (body !== request.body) note = ` # body cut: ${body.length} of ${request.body.length} characters`;
    parts.push('--data-raw', quote(body));
  }
  return `${[...parts, '-i'].join(' ')}${note}`;
}

function credentialOption(name: string, value: string, platform: CurlPlatform, scheme: Credential['scheme']): string[] {
  const variable = platform === 'posix' ? '$SCIM_CHECK_TOKEN' : '$env:SCIM_CHECK_TOKEN';
  const bare = value.replace(/^(Bearer|Basic) (?=\$)/i, '');
  if (bare === CREDENTIAL && scheme === 'Basic') return ['-u', `"${variable}"`];
  const whole = bare !== CREDENTIAL ? value : scheme === 'Bearer' ? `Bearer ${CREDENTIAL}` : CREDENTIAL;
  const pieces = `${name}: ${whole}`.split(CREDENTIAL).map((piece) => (platform === 'posix' ? inDouble(piece) : inPowershellDouble(piece)));
  return ['-H', `"${pieces.join(variable)}"`];
}

/** Does not cut a surrogate pair in two. */
function cut(body: string): string {
  return body.length <= MAX_BODY ? body : body.slice(0, MAX_BODY).replace(/[\uD800-\uDBFF]$/, '');
}

function posix(text: string): string {
  if (/^[A-Z]+$/.test(text)) return text;
  if (!CONTROL.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = text.replace(/[\\']/g, '\\$&').replace(CONTROLS, (character) => hexOf(character));
  return `$'${escaped}'`;
}

/** In single quotes PowerShell expands nothing. It has no escape for control characters there, so they become spaces. */
function powershell(text: string): string {
  if (/^[A-Z]+$/.test(text)) return text;
  // Windows PowerShell drops bare double quotes on the way to a program, hence the backslash; it takes typographic quotes for straight ones.
  return `'${text
    .replace(CONTROLS, ' ')
    .replace(/(\\*)"/g, '$1$1\\"')
    .replace(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;
}

function inDouble(text: string): string {
  return text.replace(CONTROLS, '').replace(/[\\"$`]/g, '\\$&');
}

function inPowershellDouble(text: string): string {
  return text.replace(CONTROLS, '').replace(/["$`\u201C\u201D\u201E]/g, '`$&');
}

/** Control and format characters: among them those that turn text around, and the line breaks of some viewers. */
const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** The character's UTF-8 bytes as `\xNN`, which every shell that knows `$'…'` reads. NUL cannot be an argument at all. */
function hexOf(character: string): string {
  if (character === '\0') return '';
  return [...Buffer.from(character, 'utf8')].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
