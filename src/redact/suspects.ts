import { CleanTexts } from './clean-texts.js';
import { Decodings } from './decodings.js';
import { Edges } from './edges.js';
import { type Forms, formsOf } from './forms.js';
import { type Extent, INCOMING, needlesOf, OUTGOING, WORD } from './needles.js';
import { type Worth, worthOf } from './runs.js';
import { DENSE, DENSE_SHORTEST, PLAIN, symbolsOf } from './symbols.js';
import type { View } from './view.js';
import { PLAIN_WINDOW, Windows } from './windows.js';

/** A secret that is looked for. */
export interface Secret {
  readonly text: string;
  /** Counted from 0. */
  readonly number: number;
  readonly forms: Forms;
}

const DECODINGS = new Decodings(false);
const NOBODY: readonly Secret[] = [];

/**
 * The secrets of a run, and which of them a text may hold: hardly any text holds one, and to see that takes a fraction of the
 * search that says where. Decodes as the search does, and suspects whatever the search could find, a little more at times.
 */
export class Suspects {
  readonly #secrets: Secret[] = [];
  readonly #windows = new Windows();
  /** Too short for a window: always suspected. */
  readonly #short: number[] = [];
  /** Letters and digits of those that a text which was cut may end in. */
  readonly #edges = new Edges(OUTGOING.edge);
  readonly #clean = new CleanTexts();
  readonly #found = new Set<number>();
  readonly #looks = {
    look: (view: View) => this.#windows.find(view, this.#found),
    lookAtEnds: (view: View) => this.#edges.find(view, this.#found),
  };
  #worth = this.worth(OUTGOING);

  /** Adds a secret; a blank one is never found. */
  add(text: string): void {
    if (text.trim() === '') return;
    const number = this.#secrets.length;
    const secret = { text, number, forms: formsOf(text) };
    this.#secrets.push(secret);
    this.#clean.clear();
    this.#worth = this.worth(OUTGOING);
    // Which pieces are known to everybody does not matter here: the search knows.
    const needles = [OUTGOING, INCOMING].flatMap((extent) => needlesOf(text, extent, secret.forms, false));
    if (needles.some(({ size, folding }) => folding === PLAIN && size < PLAIN_WINDOW)) this.#short.push(number);
    else for (const needle of needles) this.#windows.add(needle, number);
    const symbols = symbolsOf(text, DENSE);
    if (symbols.length >= DENSE_SHORTEST) this.#edges.add(symbols, number);
  }

  /**
   * Which encoded runs are worth a look, whichever secret is looked for.
   *
   * @param extent how much of them is looked for
   */
  worth(extent: Extent): Worth {
    return worthOf(
      this.#secrets.map(({ text }) => text).filter((text) => text.length >= Math.max(extent.shortest, WORD)),
      extent,
    );
  }

  /** Those that a text may hold, in the order in which they came. */
  in(text: string): readonly Secret[] {
    if (this.#secrets.length === 0 || this.#clean.has(text)) return NOBODY;
    const found = this.#found;
    found.clear();
    for (const number of this.#short) found.add(number);
    DECODINGS.each(text, this.#worth, this.#looks);
    if (found.size === 0) this.#clean.add(text);
    return found.size === 0 ? NOBODY : this.#secrets.filter(({ number }) => found.has(number));
  }
}
