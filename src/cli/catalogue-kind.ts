/** What can be listed. */
export const KINDS = ['scenarios', 'mappings', 'clients', 'checks', 'defects', 'variants', 'reports'] as const;

export type Kind = (typeof KINDS)[number];
