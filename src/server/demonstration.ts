import type { Config } from '#platform/config/config.ts';
import { systemClock } from '#platform/clock.ts';
import { connect } from '#platform/database/connect.ts';
import type { Log } from '#platform/log.ts';
import { siteSecret } from '#platform/session/secret.ts';
import { createSignIn, signInKey } from '#services/sign-in/index.ts';
import { makeDemonstration } from '#domains/accounts/index.ts';

/** Makes the demonstration accounts where there are none yet, and prints how to sign in with each. Nothing once they were removed. */
export async function offerDemonstration(url: string, config: Config, log: Log): Promise<void> {
  const db = connect(url, { max: 1 });
  try {
    const key = signInKey(siteSecret(config, (line) => log.error(line)));
    const signIn = createSignIn({ db, key, origin: config.origin, clock: systemClock, log });
    const accounts = await makeDemonstration(db, signIn);
    if (accounts.length === 0) return;
    log.info('Demonstration accounts (npm run demo:remove removes them; NACRE_DEMO=off prints none):');
    for (const { email, role, password, totp } of accounts)
      log.info(`  ${email}  ${password}${totp === null ? '' : `  second step: ${totp}`}`, { role });
  } finally {
    await db.destroy();
  }
}
