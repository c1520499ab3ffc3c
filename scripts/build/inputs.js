// What the build makes compiled modules of, in one place so that it is bundled and loaded once.
export { baselineSchema } from '../../src/baseline/form.js';
export { SOURCE as baseline } from '../../src/baseline/validators.js';
export { mappingSchema } from '../../src/mapping/form.js';
export { SOURCE as mapping } from '../../src/mapping/validators.js';
export { SOURCE as events } from '../../src/report/ndjson/validators.js';
export { builtinScenarios } from '../../src/scenario/builtin-scenarios.js';
export { scenarioSchema } from '../../src/scenario/forms/schema.js';
export { SOURCE as scenario } from '../../src/scenario/validators.js';
export { SOURCE as scim } from '../../src/scim-schema/validators.js';
export { formatDiagnostic } from '../../src/yaml/diagnostic.js';
