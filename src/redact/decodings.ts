import { undoEscapes } from './escapes.js';
import { fillNear } from './near.js';
import { decodeRuns, type Worth } from './runs.js';
import { dropUnseen, hasUnseen } from './unseen.js';
import { emptyView, fill, fillReversed, type View } from './view.js';

/** So often may escaping be nested, and so often base64 or hexadecimal. */
const MAX_ESCAPES = 5;
const MAX_CODINGS = 3;

/** Longer texts are decoded in parts that overlap, so that the room for it stays small. In UTF-16 units. */
const CHUNK = 512 * 1024;

/** What is done with the decodings of a text. The views are used again afterwards. */
export interface Looks {
  /**
   * Each decoding in turn, the text itself first.
   *
   * @param view what it decodes to
   * @param isCoded whether that was read as base64 or hexadecimal, which ordinary words can be as well
   */
  look(view: View, isCoded: boolean): void;
  /** The text itself, and with its escapes undone: where it begins and ends may a secret that was cut begin or end. */
  lookAtEnds(view: View): void;
}

/** Decodes texts step by step: escapes, what has no width, hexadecimal, base64 and combinations of these. */
export class Decodings {
  readonly #text: View;
  readonly #backwards: View;
  /** What stands near an escape, or what has no width. */
  readonly #near: View;
  readonly #decoded: readonly View[];

  /** @param traced whether each byte must know where it stands in the text, which takes most of the time */
  constructor(traced: boolean) {
    this.#text = emptyView(traced);
    this.#backwards = emptyView(traced);
    this.#near = emptyView(false);
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
    this.#level(view, 0, worth, looks);
    const isEscaped = /[\\%&']/.test(text);
    if ((!isEscaped && !hasUnseen(text)) || (!view.traced && this.#isDoneNear(worth, looks))) return;
    if (isEscaped) this.#escaped(worth, looks);
    if (!hasUnseen(text)) return;
    fill(view, text, start);
    this.#deeper(view, 0, worth, looks);
  }

  /**
   * What comes out of the text when its escapes are undone. What was written backwards is looked for backwards: only escapes need to be
   * turned round before they can be undone.
   */
  #escaped(worth: Worth, looks: Looks): void {
    fillReversed(this.#backwards, this.#text);
    this.#deeper(this.#text, 0, worth, looks);
    looks.lookAtEnds(this.#text);
    this.#deeper(this.#backwards, MAX_CODINGS, worth, looks);
  }

  /** The same of what is near an escape or has no width, which is all where nothing is escaped twice: whether that is so. */
  #isDoneNear(worth: Worth, looks: Looks): boolean {
    fillNear(this.#near, this.#text);
    fillReversed(this.#backwards, this.#near);
    if (!this.#undoneOnce(this.#near, 0, worth, looks)) return false;
    looks.lookAtEnds(this.#near);
    return this.#undoneOnce(this.#backwards, MAX_CODINGS, worth, looks);
  }

  /** Undoes one level of escaping; whether there was no other. */
  #undoneOnce(view: View, depth: number, worth: Worth, looks: Looks): boolean {
    if (undoEscapes(view)) this.#level(view, depth, worth, looks);
    if (undoEscapes(view)) return false;
    if (dropUnseen(view)) this.#level(view, depth, worth, looks);
    return true;
  }

  #levels(view: View, depth: number, worth: Worth, looks: Looks): void {
    this.#level(view, depth, worth, looks);
    this.#deeper(view, depth, worth, looks);
  }

  #deeper(view: View, depth: number, worth: Worth, looks: Looks): void {
    for (let level = 0; level < MAX_ESCAPES && undoEscapes(view); level++) this.#level(view, depth, worth, looks);
    if (dropUnseen(view)) this.#level(view, depth, worth, looks);
  }

  #level(view: View, depth: number, worth: Worth, looks: Looks): void {
    looks.look(view, this.#decoded.includes(view));
    const decoded = this.#decoded[depth];
    if (decoded !== undefined) decodeRuns(view, decoded, worth, () => this.#levels(decoded, depth + 1, worth, looks));
  }
}
