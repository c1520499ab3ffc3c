import { expect, it } from 'vitest';
import { REDACTED } from '../../src/base/redacted.js';
import { CleanTexts } from '../../src/redact/clean-texts.js';
import { redactor } from '../../src/redact/redactor.js';

it('remembers texts until it is told to forget them', () => {
  const texts = new CleanTexts();
  texts.add('userName');
  expect([texts.has('userName'), texts.has('username')]).toEqual([true, false]);
  texts.clear();
  expect(texts.has('userName')).toBe(false);
});

it('keeps neither long texts nor more than some hundred thousand characters', () => {
  const texts = new CleanTexts();
  const long = 'a'.repeat(100_000);
  texts.add('first');
  texts.add(long);
  expect([texts.has('first'), texts.has(long)]).toEqual([true, false]);
  for (let count = 0; count < 20; count += 1) texts.add(`${count} ${'b'.repeat(50_000)}`);
  expect([texts.has('first'), texts.has(`19 ${'b'.repeat(50_000)}`)]).toEqual([false, true]);
});

it('a text that was clean is searched again when a secret has come', () => {
  const secrets = redactor(['correct horse battery']);
  expect(secrets.text('a staple that nobody guesses')).toBe('a staple that nobody guesses');
  secrets.add('staple that nobody guesses');
  expect(secrets.text('a staple that nobody guesses')).toBe(`a ${REDACTED}`);
  expect(secrets.incoming.text('a staple that nobody guesses')).toBe(`a ${REDACTED}`);
});
