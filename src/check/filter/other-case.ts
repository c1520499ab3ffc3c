import { ALL, field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok } from '../messages.js';
import { judgeHit } from './look-up.js';

/** SC1304 */
export const HIT_OTHER_CASE = defineResponseCheck({
  id: 'SC1304',
  on: { methods: ['GET'] },
  roots: ['SC1403', 'SC1303', 'SC1310', 'SC2703'],
  title: 'A look-up finds the resource in whatever case the value is written',
  severityFor: { okta: 'warning' },
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.4.2.2',
      'the case sensitivity for String type attributes SHALL be determined by the attribute\'s "caseExact" characteristic',
    ),
    must('7643', '4.1.1', 'This attribute is REQUIRED and is case insensitive.'),
    field('F15'),
  ],
  clients: ALL,
  effect: 'A person whose address is written in another case in the directory is created twice, or meets a conflict for ever.',
  fix: 'Compare userName and displayName without regard to case; id and externalId exactly.',
  example: {
    request: { ...find('/Users', 'userName eq "ADA@EXAMPLE.COM"'), otherCase: true },
    given: { hits: [exampleUser()] },
    good: ok(list([exampleUser()])),
    bad: ok(list([])),
  },
  judge: judgeHit((observation) => observation.request.filter?.otherCase === true),
});
