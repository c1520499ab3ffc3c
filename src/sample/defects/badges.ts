import { isObject, type Json } from '../../scim/json.js';
import type { Hooks } from '../stage.js';

const BADGE_URN = 'urn:ietf:params:scim:schemas:extension:badge:2.0:User';

/** An extension of the app's own, which holds a list of colours where the mapping has it. */
export const badges = {
  /** The target path of the list. */
  path: `${BADGE_URN}:colours`,
  /**
   * The list is shown otherwise than it is held.
   *
   * @param change makes what is shown of what was sent
   */
  shownAs: (change: (colours: readonly Json[]) => Json): Hooks => ({
    render: (next, entry) => {
      const rendered = next(entry);
      const extension = rendered[BADGE_URN];
      if (!isObject(extension) || !Array.isArray(extension['colours'])) return rendered;
      return { ...rendered, [BADGE_URN]: { ...extension, colours: change(extension['colours']) } };
    },
  }),
};
