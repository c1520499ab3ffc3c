/** Of longer texts there are few, and each would push out many. In UTF-16 units, as is all below. */
const LONGEST = 64 * 1024;
/** So much is remembered in all; then it starts anew, so that a hostile target cannot fill the memory. */
const MOST = 512 * 1024;

/**
 * Texts that hold no secret: names and values of headers come thousands of times in a run, and each body when it is sent or
 * received and again when it is reported. No text with a secret in it is kept.
 */
export class CleanTexts {
  readonly #texts = new Set<string>();
  #length = 0;

  has(text: string): boolean {
    return this.#texts.has(text);
  }

  add(text: string): void {
    if (text.length > LONGEST) return;
    if (this.#length + text.length > MOST) this.clear();
    this.#texts.add(text);
    this.#length += text.length;
  }

  /** Forgets all: what was free of secrets need not be any more when another one has come. */
  clear(): void {
    this.#texts.clear();
    this.#length = 0;
  }
}
