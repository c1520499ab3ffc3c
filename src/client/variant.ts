import type { Family } from './client.js';

/**
 * A documented or observed alternative to what a client does by default. A scenario's step asks for one with `as`.
 * Why each default is the default stands in docs/clients.
 */
export type Variant = keyof typeof VARIANTS;

/** What is known of a variant. */
export interface VariantInfo {
  readonly family: Family;
  /** What the client does differently, in a few words. */
  readonly title: string;
  /** Who says that the client does so. */
  readonly source: string;
}

const USE = 'Microsoft, "Develop a SCIM endpoint"';
const FLAG = 'Microsoft, "SCIM 2.0 protocol compliance"';
const MAP = 'Microsoft, "Customize attribute-mappings"';
const SCIM20 = "Okta's SCIM 2.0 reference";

/** Every variant, by the name that scenarios use. */
export const VARIANTS = {
  'json-boolean': { family: 'entra', title: 'booleans of a PATCH as JSON', source: `${USE}, Disable User` },
  'empty-value': { family: 'entra', title: 'Replace with an empty text instead of Remove', source: `${USE}, removal of a manager` },
  'core-group-schema': { family: 'entra', title: 'groups created with the core schema alone', source: `${FLAG}: fixed in December 2018` },
  'bare-members': { family: 'entra', title: 'members without "$ref": null', source: `${FLAG}, group member removal` },
  'single-members': { family: 'entra', title: 'one PATCH for each member', source: `${USE}, Update Group` },
  'parallel-members': { family: 'entra', title: 'one PATCH for each member, all at the same moment', source: 'field F31' },
  'every-matching-attribute': { family: 'entra', title: 'filters on each matching attribute until one finds something', source: MAP },
  'roles-complex': { family: 'entra', title: 'roles added as JSON texts', source: `${MAP}, AppRoleAssignmentsComplex` },
  'plus-encoding': { family: 'okta', title: '+ for blanks in the query', source: "capture of 2018 in Okta's developer documentation" },
  'pathless-members': { family: 'okta', title: 'members replaced without a path', source: 'field F29 (one report)' },
  'null-display': { family: 'okta', title: '"display": null beside the id of a member', source: 'field F42 (one report)' },
  'null-value': { family: 'okta', title: 'a cleared value as null', source: `${SCIM20} does not say; field F62` },
  'omitted-value': { family: 'okta', title: 'a cleared value left out', source: `${SCIM20} does not say` },
} as const satisfies Readonly<Record<string, VariantInfo>>;
