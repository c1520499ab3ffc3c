/** The schemas of HAR 1.2, by name. */
declare module 'har-schema' {
  const schemas: Readonly<Record<string, import('../../src/scim/json.js').JsonObject>>;
  export default schemas;
}
