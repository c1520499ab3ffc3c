export const base64 = (text: string) => Buffer.from(text).toString('base64');
const percent = (text: string) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const units = (text: string, write: (hex: string) => string) =>
  text.replace(/[\s\S]/g, (unit) => write(unit.charCodeAt(0).toString(16).padStart(4, '0')));
const entities = (text: string, hex: boolean) =>
  [...text].map((letter) => `&#${hex ? 'x' : ''}${letter.codePointAt(0)?.toString(hex ? 16 : 10)};`).join('');
const html = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('/', '&#x2F;');
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** Every way in which the secret is written somewhere. Each must vanish as a whole. */
export const ENCODINGS: Readonly<Record<string, (secret: string) => string>> = {
  verbatim: (s) => s,
  json: inJson,
  'json in json': (s) => inJson(inJson(s)),
  'json in json in json': (s) => inJson(inJson(inJson(s))),
  'json with escaped slashes': (s) => inJson(s).replaceAll('/', '\\/'),
  '\\uXXXX': (s) => units(s, (hex) => `\\u${hex}`),
  '\\uXXXX, upper case': (s) => units(s, (hex) => `\\u${hex.toUpperCase()}`),
  '\\\\uXXXX': (s) => units(s, (hex) => `\\\\u${hex}`),
  '%uXXXX': (s) => units(s, (hex) => `%u${hex}`),
  percent,
  'percent, upper case': (s) => percent(s).toUpperCase(),
  encodeURIComponent,
  'encodeURIComponent twice': (s) => encodeURIComponent(encodeURIComponent(s)),
  'encodeURIComponent three times': (s) => encodeURIComponent(encodeURIComponent(encodeURIComponent(s))),
  'form encoding': (s) => new URLSearchParams({ x: s }).toString().slice(2),
  'percent, every other character': (s) => [...s].map((letter, index) => (index % 2 === 0 ? percent(letter) : letter)).join(''),
  html,
  'json, then percent': (s) => encodeURIComponent(JSON.stringify(s).slice(1, -1)),
  'json twice, then percent': (s) => encodeURIComponent(JSON.stringify(JSON.stringify(s)).slice(3, -3)),
  'html, then percent': (s) => encodeURIComponent(html(s)),
  'html twice': (s) => html(html(s)),
  'decimal entities': (s) => entities(s, false),
  'hexadecimal entities': (s) => entities(s, true),
  'entities with leading zeros': (s) => entities(s, false).replaceAll('&#', '&#00'),
  hex: (s) => Buffer.from(s).toString('hex'),
  'hex, upper case': (s) => Buffer.from(s).toString('hex').toUpperCase(),
  'hex with spaces, as Node shows a buffer': (s) =>
    Buffer.from(s)
      .toString('hex')
      .replace(/..(?=.)/g, '$& '),
  base64,
  base64url: (s) => Buffer.from(s).toString('base64url'),
  'base64 without padding': (s) => base64(s).replace(/=+$/, ''),
  'base64 in json with escaped slashes': (s) => base64(s).replaceAll('/', '\\/'),
  'base64 in a URL': (s) => encodeURIComponent(base64(s)),
  'a quoted shell word': (s) => s.replaceAll("'", "'\\''"),
  'bytes for a shell': (s) => [...Buffer.from(s)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
};

/** Ways that need more letters and digits than a short secret has. */
export const OTHERS: Readonly<Record<string, (secret: string) => string>> = {
  'upper case': (s) => s.toUpperCase(),
  'lower case': (s) => s.toLowerCase(),
  reversed: (s) => [...s].reverse().join(''),
  'base64 of base64': (s) => base64(base64(s)),
  'base64 after a prefix': (s) => base64(`user:${s}`),
  'base64, wrapped': (s) => base64(s).replace(/.{1,19}/g, '$&\r\n'),
  'base64, wrapped in JSON': (s) => base64(s).replace(/.{1,19}/g, '$&\\r\\n'),
  'base64 in another case': (s) => base64(s).toUpperCase(),
  'entities without a semicolon': (s) => entities(s, false).replaceAll(';', ' ').replaceAll(' &', '&').trim(),
  'hexadecimal entities without a semicolon': (s) => entities(s, true).replaceAll(';', ''),
  'decimal codes': (s) => JSON.stringify([...Buffer.from(s)]),
  'one character a line': (s) => [...s].join('\n'),
  'UTF-16 in base64': (s) => Buffer.from(s, 'utf16le').toString('base64'),
};
