import { type Static, Type } from 'typebox';

const ENTRY = Type.Object(
  {
    check: Type.String({
      title: 'Check',
      description: 'Its id.',
      pattern: '^SC[0-9]{4}$',
      patternErrorMessage: 'must be the id of a check, such as SC2104',
      examples: ['SC2104'],
    }),
    client: Type.String({
      title: 'Client',
      description: 'A client, for all of its dialects, or one dialect.',
      minLength: 1,
      maxLength: 100,
      examples: ['entra', 'okta-aiw'],
    }),
    scenario: Type.Optional(
      Type.Unsafe<string | readonly string[]>({
        type: ['string', 'array'],
        minLength: 1,
        maxLength: 200,
        items: Type.String({ minLength: 1, maxLength: 200 }),
        minItems: 1,
        maxItems: 1000,
        uniqueItems: true,
        title: 'Scenario',
        description:
          'Where it may be seen: ids, folders, or patterns in which * stands for any text, one or a list. Absent: outside the scenarios.',
        examples: ['users/second-address', '*'],
      }),
    ),
    attribute: Type.Optional(
      Type.String({
        title: 'Attribute',
        description: 'The target path that it is about. Absent: it is about none.',
        minLength: 1,
        maxLength: 500,
        examples: ['emails[type eq "work"].value'],
      }),
    ),
    reason: Type.String({
      title: 'Reason',
      description: 'Why it is accepted for now.',
      pattern: '\\S',
      maxLength: 2000,
      patternErrorMessage: 'is empty: say why it is accepted for now',
    }),
    expires: Type.Optional(
      Type.String({
        title: 'Last day',
        description: 'The last day on which it is accepted, in UTC.',
        pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
        patternErrorMessage: 'must be a day such as 2027-01-31',
        examples: ['2027-01-31'],
      }),
    ),
    link: Type.Optional(
      Type.String({
        title: 'Link',
        description: 'Where it is being worked on.',
        pattern: '^https?://\\S+$',
        maxLength: 2000,
        patternErrorMessage: 'must be a URL that begins with https:// or http://',
      }),
    ),
  },
  { title: 'Accepted finding', description: 'A finding that is accepted for now.', additionalProperties: false },
);

const COVERAGE = Type.Object(
  {
    scenarios: Type.Integer({ title: 'Scenarios', description: 'How many were played.', minimum: 0 }),
    proven: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
      title: 'Proven capabilities',
      description: 'What was shown to work.',
      maxItems: 100,
      uniqueItems: true,
    }),
  },
  { title: 'Coverage of a dialect', description: 'What was played, and shown.', additionalProperties: false },
);

const BASELINE = Type.Object(
  {
    coverage: Type.Optional(
      Type.Record(Type.String(), COVERAGE, {
        title: 'Coverage',
        description: 'What was played and shown when this was written, by dialect. A run that shows less fails.',
      }),
    ),
    findings: Type.Array(ENTRY, { title: 'Findings', description: 'The findings that are accepted for now.', maxItems: 5000 }),
  },
  {
    title: 'scim-check baseline',
    description: 'The findings that a team accepts for now (--baseline). A run fails on whatever else it finds.',
    additionalProperties: false,
  },
);

/** A baseline as it is written. */
export type WrittenBaseline = Static<typeof BASELINE>;

/** The schema of baselines, as it is published in schemas/baseline.schema.json. */
export function baselineSchema(): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...BASELINE };
}
