import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { escapeJsonText, escapeTerminal, escapeXml, escapeXmlAttribute } from '../../src/report/escape.js';
import { NASTY } from './events.js';
import { anyText, HARMFUL } from './render.js';

describe('text for a terminal', () => {
  it.each([
    ['\u001b[31mred', '\\u001b[31mred'],
    ['\u009b31m', '\\u009b31m'],
    ['a\r\nb\tc', 'a\\u000d\\u000ab\\u0009c'],
    ['\u202Egpj.exe\u2066\u2069', '\\u202egpj.exe\\u2066\\u2069'],
    ['zero\u200Bwidth\uFEFF', 'zero\\u200bwidth\\ufeff'],
    ['\uD800x\uDC00', '\\ud800x\\udc00'],
    ['tag \u{E0041}', 'tag \\u{e0041}'],
    ['no-break\u00A0space', 'no-break\\u00a0space'],
    ['\u007F\uFFFE', '\\u007f\\ufffe'],
    ['::error file=a,line=1::x', '\\u003a:error file=a,line=1\\u003a:x'],
    ['x ##vso[task.complete]', 'x \\u0023#vso[task.complete]'],
  ])('makes %j visible', (text, expected) => expect(escapeTerminal(text)).toBe(expected));

  it.each([
    'Zoë',
    '漢字',
    '🙂',
    'emails[type eq "work"].value',
    'urn:ietf:params:scim',
    'http://[::1]:8080/v2',
    'a :: b',
    '# ## [x]',
    '✓ ✗ §',
    'e\u0301',
  ])('leaves %s alone', (text) => expect(escapeTerminal(text)).toBe(text));

  it('lets nothing harmful through, and a second pass changes nothing', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const escaped = escapeTerminal(text);
        expect(escaped).not.toMatch(HARMFUL);
        expect(escapeTerminal(escaped)).toBe(escaped);
      }),
      { numRuns: 500 },
    );
  });
});

describe('JSON text', () => {
  it('keeps every value and lets nothing harmful through', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText(), anyText()), (value) => {
        const text = escapeJsonText(JSON.stringify(value, null, 2));
        expect(text.replaceAll('\n', '')).not.toMatch(HARMFUL);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('text for XML', () => {
  const read = (xml: string): { text: string; value: string } => {
    const seen = { text: '', value: '' };
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('text', (text) => {
      seen.text += text;
    });
    parser.on('opentag', (tag) => {
      seen.value = String(tag.attributes['v'] ?? '');
    });
    parser.write(xml).close();
    return seen;
  };

  it('writes everything that XML gives a meaning to as a reference', () => {
    expect(escapeXml(`<a b="c">&nbsp;'</a>]]>`)).toBe('&lt;a b=&quot;c&quot;&gt;&amp;nbsp;&apos;&lt;/a&gt;]]&gt;');
  });

  it('keeps line breaks in content, not in attributes', () => {
    expect(escapeXml('a\nb\u0000')).toBe('a\nb\\u0000');
    expect(escapeXmlAttribute('a\nb\r')).toBe('a\\u000ab\\u000d');
  });

  it('is read back as what a terminal would show, by a strict parser', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.constant(NASTY)), (text) => {
        const seen = read(`<r v="${escapeXmlAttribute(text)}">${escapeXml(text)}</r>`);
        expect(seen.value).toBe(escapeTerminal(text));
        expect(seen.text).toBe(text.split('\n').map(escapeTerminal).join('\n'));
      }),
      { numRuns: 500 },
    );
  });
});
