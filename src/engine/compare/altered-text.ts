/**
 * Whether a text came back with other characters: cut off, read as a number, or rewritten for another place, such as a web page or
 * a narrower character set. The value has arrived then, and it is its storing that is wrong.
 *
 * @param sent the text that was sent
 * @param held the text that is there
 */
export function isAlteredText(sent: string, held: string): boolean {
  if (held === '' || sent === held) return false;
  return sent.startsWith(held) || isReadAsNumber(sent, held) || isMisdecoded(sent, held) || hasSameWords(sent, held);
}

/** `0070123` → `70123`, `1.50` → `1.5`. */
function isReadAsNumber(sent: string, held: string): boolean {
  return /^[+-]?\d+(\.\d+)?$/.test(sent) && held === String(Number(sent));
}

/** UTF-8 that was taken for Latin-1. */
function isMisdecoded(sent: string, held: string): boolean {
  return held === Buffer.from(sent, 'utf8').toString('latin1');
}

/** The letters and digits that every character set has are the same ones; signs, accents and other letters are not. */
function hasSameWords(sent: string, held: string): boolean {
  const plain = fromMarkup(held);
  const forms = [wordsOf(sent), wordsOf(unaccented(sent)), wordsOf(sent.replaceAll(/<[^>]*>/g, ''))];
  const words = wordsOf(plain);
  if (words !== '') return forms.includes(words);
  // Nothing but signs in the place of letters.
  return forms.includes('') && /^[?\ufffd\s\p{P}]+$/u.test(plain);
}

function wordsOf(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, '');
}

function unaccented(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function fromMarkup(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
