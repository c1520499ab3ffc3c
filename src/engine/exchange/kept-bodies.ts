import { cut } from '../../base/cut.js';

/** What is kept of one body, as the transport keeps of an answer's text. In UTF-16 units, as is all below. */
const OF_ONE = 64 * 1024;

/** How much the bodies of all events together may hold: reports keep them until the run ends. */
const OF_ALL = 32 * 1024 * 1024;

/** What is kept of a body after that. */
const LATER = 2 * 1024;

/** What the events of a run keep of bodies: less of one once there is much. */
export class KeptBodies {
  #length = 0;

  /** What is kept of one. */
  of(text: string): string {
    const body = cut(text, this.#length < OF_ALL ? OF_ONE : LATER);
    this.#length += body.length;
    return body;
  }
}
