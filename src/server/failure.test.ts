import { expect, test } from 'vitest';
import { startFailure } from '../platform/database/embedded/run-cluster.ts';
import { isExplained, listenFailureLine, startFailureLine } from './failure.ts';

const failure = (code: string, message = code): Error => Object.assign(new Error(message), { code });

test.each(['ENOSPC', 'EDQUOT', '53100'])('a full disk (%s) is said in one line', (code) => {
  expect(startFailureLine(failure(code))).toBe('The disk is full: free some space and start again.');
  expect(isExplained(failure(code))).toBe(true);
});

test('a full disk that PostgreSQL found says which', () => {
  const said = 'LOG:  starting\nFATAL:  could not write to file "pg_wal/xlogtemp.1": No space left on device';
  expect(startFailure(said, '/srv/nacre')).toBe(
    'The disk that holds /srv/nacre is full: free some space and start again.',
  );
});

test('another failure of PostgreSQL is quoted with the place of its log', () => {
  expect(startFailure('LOG:  starting\nFATAL:  bad configuration\nLOG:  gone', '/srv/nacre')).toMatch(
    /FATAL: {2}bad configuration.*postgres\.log/,
  );
});

test('an unexpected failure is said in one line, with its stack in the log', () => {
  expect(startFailureLine(new Error('one\ntwo'))).toBe('Nacre could not start: one');
  expect(isExplained(new Error('one'))).toBe(false);
});

test('a taken port names another; the last port has a follower too', () => {
  expect(listenFailureLine(failure('EADDRINUSE'), 3000)).toContain('PORT=3001 npm start');
  expect(listenFailureLine(failure('EADDRINUSE'), 65_535)).toContain('PORT=3001 npm start');
  expect(listenFailureLine(failure('EACCES'), 80)).toContain('above 1023');
  expect(listenFailureLine(failure('EIO'), 80)).toBe(undefined);
});
