import { undoEscapes } from './escapes.js';
import { DENSE, PLAIN, symbolsIn, symbolsOf } from './symbols.js';
import { dropUnseen } from './unseen.js';
import { emptyView, fill } from './view.js';

/** A secret in the forms that no decoding of the text leads to, as folded symbols. */
export interface Forms {
  /** All characters: as it is, and with what looks like escape sequences in it undone; forwards and backwards. */
  readonly whole: readonly Uint8Array[];
  /** The same, letters and digits only. */
  readonly plain: readonly Uint8Array[];
  /** In hexadecimal, as decimal codes, and in base64 wherever it stands in the encoded text; forwards and backwards. */
  readonly encoded: readonly Uint8Array[];
}

/**
 * The forms of a secret.
 *
 * @param secret the secret
 */
export function formsOf(secret: string): Forms {
  const view = emptyView(false);
  fill(view, secret);
  const whole = [symbolsIn(view, PLAIN)];
  const plain = [symbolsIn(view, DENSE)];
  while (plain.length < 4 && undoEscapes(view)) {
    whole.push(symbolsIn(view, PLAIN));
    plain.push(symbolsIn(view, DENSE));
  }
  if (dropUnseen(view)) {
    whole.push(symbolsIn(view, PLAIN));
    plain.push(symbolsIn(view, DENSE));
  }
  // In a quoted word of a shell, as curl commands have it: there is no undoing that without undoing the secret's own backslashes.
  if (secret.includes("'")) whole.push(symbolsOf(secret.replaceAll("'", "'\\''"), PLAIN));
  const bytes = Buffer.from(secret, 'utf8');
  const encoded = [bytes.toString('hex'), [...bytes].join(''), ...([0, 1, 2] as const).map((shift) => inBase64(bytes, shift))];
  return { whole: bothWays(whole), plain: bothWays(plain), encoded: bothWays(encoded.map((text) => symbolsOf(text, DENSE))) };
}

/** The symbols that depend on the secret alone: those at its edges may also hold bits of its neighbours. */
function inBase64(bytes: Buffer, shift: 0 | 1 | 2): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url');
  return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
}

function bothWays(needles: readonly Uint8Array[]): Uint8Array[] {
  return needles.flatMap((needle) => [needle, needle.slice().reverse()]);
}
