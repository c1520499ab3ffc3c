import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, fillText, fillValue, parseTemplate, type Variable } from '../../src/scenario/template.js';

const name = (variable: Variable): string => (variable.kind === 'object' ? `<${variable.object}|${variable.path}>` : `<${variable.kind}>`);

describe('parseTemplate', () => {
  it('splits text and variables, with offsets', () => {
    expect(parseTemplate('/Users/${mover.id}?x=${tag}')).toEqual({
      ok: true,
      segments: [
        { kind: 'text', text: '/Users/', offset: 0 },
        { kind: 'variable', variable: { kind: 'object', object: 'mover', path: 'id' }, offset: 7 },
        { kind: 'text', text: '?x=', offset: 18 },
        { kind: 'variable', variable: { kind: 'captured', name: 'tag' }, offset: 21 },
      ],
    });
  });

  it.each([
    ['${run.id}', '<run-id>'],
    ['${random.uuid}', '<random-uuid>'],
    ['${ a.userName }', '<a|userName>'],
    ['${a.emails[type eq "work"].value}', '<a|emails[type eq "work"].value>'],
    ['${a.emails[type eq "}"].value}!', '<a|emails[type eq "}"].value>!'],
    ['${a.emails[type eq "\\"}"].value}', '<a|emails[type eq "\\"}"].value>'],
    ['${a.urn:x:2.0:User:department}', '<a|urn:x:2.0:User:department>'],
    ['$${a} $ $$ {} }', '${a} $ $$ {} }'],
    ['$$${run.id}', '$${run.id}'],
    ['', ''],
  ])('reads %s', (text, expected) => {
    expect(fillText(text, name)).toBe(expected);
  });

  it.each([
    ['a ${b', 2, 'the variable is not closed with }'],
    ['${}', 0, 'the variable has no name'],
    ['x${1a}', 1, '"1a" is no variable name'],
    ['${a.}', 0, '"a." needs an attribute, such as ${a.id}'],
    [
      '${run.x}',
      0,
      'the variables of run are ${run.id}, ${run.domain}, ${run.date} and ${run.time}; a date may go on like ${run.date+14d}',
    ],
    ['${random.x}', 0, 'the variables of random are ${random.uuid}, ${random.mark} and ${random.digits}'],
  ])('refuses %s', (text, offset, message) => {
    expect(parseTemplate(text)).toEqual({ ok: false, offset, message });
    expect(() => fillText(text, name)).toThrow(message);
  });

  it('never throws, and keeps text without variables as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseTemplate(text);
      }),
    );
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('${')),
        (text) => {
          expect(fillText(text, name)).toBe(text);
        },
      ),
    );
  });
});

describe('fillTemplate', () => {
  it('encodes values and leaves the text alone', () => {
    const parsed = parseTemplate('/Users/${a.id}?filter=x%20y');
    expect(parsed.ok && fillTemplate(parsed.segments, () => 'a/b c', encodeURIComponent)).toBe('/Users/a%2Fb%20c?filter=x%20y');
  });

  it('does not fill what a value brings in', () => {
    expect(fillText('${a.id}', () => '${run.id}')).toBe('${run.id}');
  });

  it('fills texts everywhere in a value, but no member names', () => {
    const body = JSON.parse('{"${run.id}": ["${run.id}", 1, null, {"x": "a ${random.uuid}"}], "__proto__": "${run.id}"}');
    expect(JSON.stringify(fillValue(body, name))).toBe('{"${run.id}":["<run-id>",1,null,{"x":"a <random-uuid>"}],"__proto__":"<run-id>"}');
  });

  it.each([
    ['/Users?filter=id eq "${a.id}"', '/Users?filter=id eq "x\\" or \\"y"'],
    ['/Users?filter=id%20eq%20%22x-${a.id}%22', '/Users?filter=id%20eq%20%22x-x\\" or \\"y%22'],
    [
      '/Users?filter=userName+eq+%22a%22+and+manager+eq+%22${a.id}%22',
      '/Users?filter=userName+eq+%22a%22+and+manager+eq+%22x\\" or \\"y%22',
    ],
    ['members[value EQ "${a.id}"]', 'members[value EQ "x\\" or \\"y"]'],
    ['say "${a.id}"', 'say "x" or "y"'],
    ['/Users/${a.id}?filter=title eq "x"', '/Users/x" or "y?filter=title eq "x"'],
  ])('escapes values as JSON in the texts of filters alone: %s', (text, expected) =>
    expect(fillText(text, () => 'x" or "y')).toBe(expected),
  );
});
