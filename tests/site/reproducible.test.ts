import { describe, expect, test } from 'vitest';
import { besideThePaper, printed } from './printed.ts';

describe('two builds of the same copy for the same moment, in different time zones', () => {
  const first = printed('home');
  const second = printed('home-again');

  test('have the same files', () => {
    expect([...second.files]).toEqual([...first.files]);
  });

  test('are byte-for-byte the same', () => {
    const different = [...first.files].filter(
      (file) => !first.bytes(file).equals(second.bytes(file)),
    );
    expect(different).toEqual([]);
  });

  test('have the same host files', () => {
    const [hosts, again] = [besideThePaper('home'), besideThePaper('home-again')];
    expect(again).toEqual(hosts);
    expect(hosts.size).toBeGreaterThan(5);
  });
});
