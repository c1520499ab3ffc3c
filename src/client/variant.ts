import type { Family } from './family.js';

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
  /** An administrator's choice for this attribute of a user: not played where a target merely offers it and nobody has mapped it. */
  readonly mapped?: string;
}

const USE = 'Microsoft, "Develop a SCIM endpoint"';
const MAP = 'Microsoft, "Customize attribute-mappings"';
const SCIM20 = "Okta's SCIM 2.0 reference";

/** Every variant, by the name that scenarios use. */
export const VARIANTS = {
  'json-boolean': { family: 'entra', title: 'booleans of a PATCH as JSON', source: `${USE}, Disable User` },
  'empty-value': { family: 'entra', title: 'Replace with an empty text instead of Remove', source: `${USE}, removal of a manager` },
  'microsoft-group-schema': {
    family: 'entra',
    title: "groups created with Microsoft's own schema besides",
    source: `${USE}, Create Group`,
  },
  'ref-members': { family: 'entra', title: 'members with "$ref": null', source: `${USE}, Update Group` },
  'primary-addresses': {
    family: 'entra',
    title: 'a primary postal address and a primary number',
    source: 'one log of 2024 (SimpleIdServer#733)',
  },
  'renamed-on-delete': { family: 'entra', title: 'a deleted user gets another name', source: 'field F116 (one vendor)' },
  'single-members': { family: 'entra', title: 'one PATCH for each member', source: `${USE}, Update Group` },
  'parallel-members': { family: 'entra', title: 'one PATCH for each member, all at the same moment', source: 'field F31' },
  'every-matching-attribute': { family: 'entra', title: 'filters on each matching attribute until one finds something', source: MAP },
  'roles-complex': { family: 'entra', title: 'roles added as JSON texts', source: `${MAP}, AppRoleAssignmentsComplex`, mapped: 'roles' },
  'pathless-members': { family: 'okta', title: 'members replaced without a path', source: 'field F29 (one report)' },
  'pathless-group': { family: 'okta', title: 'members, id and name in one value without a path', source: 'one report (scimgateway#113)' },
  'members-after': {
    family: 'okta',
    title: 'a group created empty, its name and members after that',
    source: `${SCIM20}, reports of 2023`,
  },
  'group-extension': { family: 'okta', title: "a second schema, of the app's group profile", source: 'field F121 (one report)' },
  'put-once': { family: 'okta', title: 'a group put once, after a member was assigned again', source: 'one log of 2026' },
  'null-display': { family: 'okta', title: '"display": null beside the id of a member', source: 'field F42 (one report)' },
  'null-value': { family: 'okta', title: 'a cleared value as null', source: `${SCIM20} does not say; field F62` },
  'omitted-value': { family: 'okta', title: 'a cleared value left out', source: `${SCIM20} does not say` },
} as const satisfies Readonly<Record<string, VariantInfo>>;
