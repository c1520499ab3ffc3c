/** A place in a text. */
export interface Place {
  /** Counted from 1. */
  readonly line: number;
}

/** Where the members of a JSON text stand, asked in the order of the text. */
export interface Places {
  /**
   * The next place at which a member has a value; the search goes on where the last one for that member ended.
   *
   * @param member name of the member
   * @param value its text value
   */
  next(member: string, value: string): Place;
}

/**
 * Finds places in a JSON text: `JSON.parse` keeps none.
 *
 * @param text the JSON text
 */
export function placesOf(text: string): Places {
  const found = new Map<string, { value: string; line: number }[]>();
  const at = new Map<string, number>();
  let line = 1;
  let done = 0;
  for (const match of text.matchAll(/"([Tt]argetAttributeName|[Ee]xpression)"\s*:\s*("(?:[^"\\]|\\.)*")/g)) {
    for (let index = text.indexOf('\n', done); index !== -1 && index < match.index; index = text.indexOf('\n', index + 1)) line += 1;
    done = match.index;
    const [, written = '', value = ''] = match;
    const member = written.charAt(0).toLowerCase() + written.slice(1);
    const list = found.get(member) ?? [];
    list.push({ value, line });
    found.set(member, list);
  }
  return {
    next(member, value) {
      const list = found.get(member) ?? [];
      const wanted = JSON.stringify(value);
      const from = at.get(member) ?? 0;
      const index = list.findIndex((each, position) => position >= from && sameText(each.value, wanted, value));
      if (index === -1) return { line: list.find((each) => sameText(each.value, wanted, value))?.line ?? 1 };
      at.set(member, index + 1);
      return { line: list[index]?.line ?? 1 };
    },
  };
}

/** Texts may be escaped differently: `\u003c` for `<`. */
function sameText(written: string, wanted: string, value: string): boolean {
  if (written === wanted) return true;
  if (!written.includes('\\u') && !written.includes('\\/')) return false;
  try {
    return JSON.parse(written) === value;
  } catch {
    return false;
  }
}
