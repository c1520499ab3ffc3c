import type { Dialect, Family } from '../../src/client/client.js';

/** What is played when a family is named. */
export const DIALECTS_OF: Readonly<Record<Family, readonly Dialect[]>> = {
  entra: ['entra-default', 'entra-aadOptscim062020'],
  okta: ['okta-oin', 'okta-aiw'],
  rfc: ['rfc'],
};

/** Every dialect, those of a family beside one another. */
export const ALL_DIALECTS: readonly Dialect[] = Object.values(DIALECTS_OF).flat();

/** All dialects of families. */
export const inAll = (families: readonly Family[]): readonly Dialect[] => families.flatMap((family) => DIALECTS_OF[family]);

/**
 * One dialect of each family, in turn: for what goes the same way under every dialect, or is a sample of many.
 *
 * @param families whose dialects
 * @param turn any number
 */
export function inTurn(families: readonly Family[], turn: number): readonly Dialect[] {
  return families.flatMap((family) => {
    const dialects = DIALECTS_OF[family];
    return dialects.slice(turn % dialects.length, (turn % dialects.length) + 1);
  });
}
