import { expect, it } from 'vitest';
import { REDACTED } from '../../src/base/redacted.js';
import { rememberingClean } from '../../src/redact/clean-texts.js';
import { redactor } from '../../src/redact/redactor.js';

it('searches a clean text once, and one with a secret each time', () => {
  const searched: string[] = [];
  const hide = rememberingClean((text) => {
    searched.push(text);
    return text.replaceAll('hunter2', REDACTED);
  });
  for (let time = 0; time < 2; time += 1) expect(['userName', 'x hunter2'].map(hide)).toEqual(['userName', `x ${REDACTED}`]);
  expect(searched).toEqual(['userName', 'x hunter2', 'x hunter2']);
});

it('keeps neither long texts nor more than some thousands', () => {
  const searched: string[] = [];
  const hide = rememberingClean((text) => {
    searched.push(text);
    return text;
  });
  const long = 'a'.repeat(1000);
  for (const text of [long, long, 'first', ...Array.from({ length: 5000 }, (_, index) => String(index)), 'first']) hide(text);
  expect(searched.filter((text) => text === long || text === 'first')).toEqual([long, long, 'first', 'first']);
});

it('a text that was clean is searched again when a secret has come', () => {
  const secrets = redactor(['correct horse battery']);
  expect(secrets.text('a staple that nobody guesses')).toBe('a staple that nobody guesses');
  secrets.add('staple that nobody guesses');
  expect(secrets.text('a staple that nobody guesses')).toBe(`a ${REDACTED}`);
  expect(secrets.incoming.text('a staple that nobody guesses')).toBe(`a ${REDACTED}`);
});
