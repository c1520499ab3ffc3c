import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

/** What the store refuses, by the words that the handlers turn into SCIM errors. */
export const NOT_FOUND = 'Not Found';
export const NOT_UNIQUE = 'Not Unique';

/**
 * Resources of one type in memory. The data model is SCIM's own, so nothing is translated on the way in or out.
 *
 * @param {string | undefined} unique a name that no two resources may share, whatever its letter case (RFC 7643 §4.1.1)
 */
export function createStore(unique) {
  const records = new Map();

  const refuseTaken = (data, id) => {
    if (unique === undefined) return;
    const wanted = String(data[unique]).toLowerCase();
    for (const each of records.values()) {
      if (each.id !== id && String(each[unique]).toLowerCase() === wanted) throw new Error(NOT_UNIQUE);
    }
  };

  const find = (id) => {
    const record = records.get(id);
    if (record === undefined) throw new Error(NOT_FOUND);
    return record;
  };

  // What is written replaces all there was: SCIMMY hands over the whole resource for POST, PUT and PATCH alike.
  const keep = (id, data, created) => {
    const { meta: _, ...values } = JSON.parse(JSON.stringify(data));
    // What changes nothing is no modification (RFC 7644 §3.5.2.1).
    const { meta, ...before } = records.get(id) ?? {};
    if (meta !== undefined && isDeepStrictEqual(before, { ...values, id })) return records.get(id);
    const record = { ...values, id, meta: { created, lastModified: new Date().toISOString() } };
    records.set(id, record);
    return record;
  };

  return {
    all: () => [...records.values()],
    find,
    create(data) {
      refuseTaken(data, undefined);
      return keep(randomUUID(), data, new Date().toISOString());
    },
    update(id, data) {
      const { created } = find(id).meta;
      refuseTaken(data, id);
      return keep(id, data, created);
    },
    remove(id) {
      find(id);
      records.delete(id);
    },
  };
}
