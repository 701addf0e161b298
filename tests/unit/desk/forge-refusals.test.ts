import { expect, it } from 'vitest';
import { faultOf } from '../../../src/desk/forge/faults.ts';

it.each([
  ['user should have a permission to write to a branch', 'read-only'],
  ['Resource not accessible by personal access token', 'read-only'],
  ['403 Forbidden - You are not allowed to push into this branch', 'protected'],
  ['Changes must be made through a pull request.', 'protected'],
  ['Repository rule violations found', 'protected'],
  ['Your account is suspended', undefined],
])('tells why saving is not allowed: %s', (message, why) => {
  expect(faultOf(new Response(null, { status: 403 }), message)).toEqual({
    kind: 'forbidden',
    message,
    ...(why !== undefined && { why }),
  });
});

it('takes a second limit of GitHub’s, which has no headers, for one', () => {
  expect(
    faultOf(new Response(null, { status: 403 }), 'You have exceeded a secondary rate limit'),
  ).toEqual({ kind: 'limited' });
});
