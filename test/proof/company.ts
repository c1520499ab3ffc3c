import type { Variant } from '../../src/sample/defect.js';
import { createWorld } from '../../src/sample/handler.js';

/** Of more at once, nobody would say which one alarms. */
const MOST = 4;

/**
 * Legal variants that a server can have all at once: legal for the same clients, and no two change the same stage of an answer, so
 * that none takes back what another does.
 *
 * @param variants all of them
 * @returns each variant in one company
 */
export function companiesOf(variants: readonly Variant[]): readonly (readonly Variant[])[] {
  const companies: Variant[][] = [];
  for (const variant of variants) {
    const company = companies.find((members) => members.length < MOST && members.every((member) => goTogether(member, variant)));
    if (company === undefined) companies.push([variant]);
    else company.push(variant);
  }
  return companies;
}

function goTogether(one: Variant, other: Variant): boolean {
  const stages = stagesOf(other);
  return String(one.clients) === String(other.clients) && !stagesOf(one).some((stage) => stages.includes(stage));
}

/**
 * The stages of an answer that a variant changes; schemas of its own are shown at one of them.
 *
 * @param variant the variant
 */
export function stagesOf({ hooks, schemas }: Variant): readonly string[] {
  const own = schemas === undefined ? {} : { schemas };
  return Object.keys({ ...own, ...hooks(createWorld({ token: 'company-0123456789' }, [], () => 'http://sample.test')) });
}
