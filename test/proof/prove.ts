import { afterAll, describe, expect, test } from 'vitest';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { VARIANTS } from '../../src/sample/variants/index.js';
import { companiesOf } from './company.js';
import { type Extent, lineOf, proveDefect, provenOf, proveVariant } from './matrix.js';
import { hand, type Proven } from './total.js';

/** The proof is divided among this many files, so that several workers can share it. */
export const PARTS = 6;

/** `npm run proof` plays everything; `npm test` leaves out the plays that go like those of the correct server, and takes dialects in turn. */
const EXTENT: Extent = process.env['PROOF'] === 'whole' ? 'whole' : 'touched in turn';

/**
 * Registers the tests of one part of the proof: every defect turns its check red and no other, and no legal variant any.
 *
 * @param part from 0 to PARTS - 1
 */
export function provePart(part: number): void {
  const proven: Proven[] = [];
  afterAll(() => hand(`part-${part}`, proven));

  describe('defects', () => {
    test.each(ofPart(DEFECTS, part).map((each) => [each.name, each] as const))(
      '%s turns its check red, and no other',
      async (_name, defect) => {
        const proof = await proveDefect(defect, EXTENT);
        proven.push(provenOf(proof));
        expect({ missing: proof.missing, unrelated: proof.unrelated }, lineOf(proof)).toEqual({ missing: [], unrelated: [] });
      },
    );
  });

  describe('variants', () => {
    const variants = ofPart(companiesOf(VARIANTS), part).flatMap((company) => company.map((each) => [each.name, each, company] as const));
    test.each(variants)('%s stays free of findings', async (_name, variant, company) => {
      const { findings, aborted } = await proveVariant(variant, company, EXTENT);
      const others = [...new Set(findings.map((finding) => finding.check))];
      const line = `${others.length === 0 ? 'ok ' : 'NOT'} ${variant.name.padEnd(38)} ${others.join(' ')}`.trimEnd();
      proven.push({ name: variant.name, kind: 'variant', found: [], missing: [], others, firsts: [], line });
      expect(findings.map(({ check, dialect, expected, received }) => ({ check, dialect, expected, received }))).toEqual([]);
      expect(aborted).toBeUndefined();
    });
  });
}

function ofPart<T>(all: readonly T[], part: number): T[] {
  return all.filter((_, index) => index % PARTS === part);
}
