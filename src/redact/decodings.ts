import { undoEscapes } from './escapes.js';
import { decodeRuns, type Worth } from './runs.js';
import { emptyView, fill, fillReversed, type View } from './view.js';

/** So often may escaping be nested, and so often base64 or hexadecimal. */
const MAX_ESCAPES = 5;
const MAX_CODINGS = 3;

/** Longer texts are decoded in parts that overlap, so that the room for it stays small. In UTF-16 units. */
const CHUNK = 512 * 1024;

/** What is done with the decodings of a text. The views are used again afterwards. */
export interface Looks {
  /** Each decoding in turn, the text itself first. */
  look(view: View): void;
  /** The text itself, and with its escapes undone: where it begins and ends may a secret that was cut begin or end. */
  lookAtEnds(view: View): void;
}

/** Decodes texts step by step: escapes, hexadecimal, base64 and combinations of these. */
export class Decodings {
  readonly #text: View;
  readonly #backwards: View;
  readonly #decoded: readonly View[];

  /** @param traced whether each byte must know where it stands in the text, which takes most of the time */
  constructor(traced: boolean) {
    this.#text = emptyView(traced);
    this.#backwards = emptyView(traced);
    this.#decoded = Array.from({ length: MAX_CODINGS }, () => emptyView(traced));
  }

  /**
   * Visits all decodings of a text.
   *
   * @param text the text
   * @param worth which runs of base64 and hexadecimal are worth a look
   * @param looks is shown each
   */
  each(text: string, worth: Worth, looks: Looks): void {
    const overlap = Math.max(CHUNK / 16, worth.longest * 16);
    for (let start = 0; ; start += CHUNK) {
      const end = start + CHUNK + overlap;
      this.#part(end < text.length || start > 0 ? text.slice(start, end) : text, start, worth, looks);
      if (end >= text.length) return;
    }
  }

  #part(text: string, start: number, worth: Worth, looks: Looks): void {
    const view = this.#text;
    fill(view, text, start);
    looks.lookAtEnds(view);
    // What was written backwards is looked for backwards; only escapes need to be turned round before they can be undone.
    const isEscaped = /[\\%&']/.test(text);
    if (isEscaped) fillReversed(this.#backwards, view);
    this.#levels(view, 0, worth, looks);
    if (!isEscaped) return;
    looks.lookAtEnds(view);
    if (undoEscapes(this.#backwards)) this.#levels(this.#backwards, MAX_CODINGS, worth, looks);
  }

  #levels(view: View, depth: number, worth: Worth, looks: Looks): void {
    this.#level(view, depth, worth, looks);
    for (let level = 0; level < MAX_ESCAPES && undoEscapes(view); level++) this.#level(view, depth, worth, looks);
  }

  #level(view: View, depth: number, worth: Worth, looks: Looks): void {
    looks.look(view);
    const decoded = this.#decoded[depth];
    if (decoded !== undefined) decodeRuns(view, decoded, worth, () => this.#levels(decoded, depth + 1, worth, looks));
  }
}
