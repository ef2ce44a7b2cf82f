/** What PostgreSQL's programs may see: not our PG… settings, which would steer them to another cluster. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR } = process.env;
  return { ...(PATH && { PATH }), ...(TMPDIR && { TMPDIR }), LC_MESSAGES: 'C', TZ: 'UTC' };
}
