import { afterAll, expect, test } from 'vitest';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { lineOf, type Proof, proveDefect, provenOf } from './matrix.js';
import { hand } from './total.js';

/** The matrix is divided among this many files, so that several workers can share it. */
export const PARTS = 2;

/**
 * Registers the tests of one part of the matrix.
 *
 * @param part from 0 to PARTS - 1
 */
export function provePart(part: number): void {
  const proofs: Proof[] = [];
  test.each(DEFECTS.filter((_, index) => index % PARTS === part).map((defect) => [defect.name, defect] as const))(
    '%s turns its check red, and no other',
    async (_name, defect) => {
      const proof = await proveDefect(defect);
      proofs.push(proof);
      expect({ missing: proof.missing, unrelated: proof.unrelated }, lineOf(proof)).toEqual({ missing: [], unrelated: [] });
    },
  );
  afterAll(() => hand(`defects-${part}`, proofs.map(provenOf)));
}
