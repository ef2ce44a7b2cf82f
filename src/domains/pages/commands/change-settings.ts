import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { actedBy, type ActContext } from '#domains/accounts/index.ts';
import type { SiteSettings } from '../model.ts';
import { may } from '../policy.ts';
import { lockSettings, writeSettings } from '../store/settings.ts';

/** Sets what the site says of itself. Saving what is set already writes nothing. */
export async function changeSettings(ctx: ActContext, settings: SiteSettings): Promise<Result<null>> {
  if (!may(ctx.actor, 'settings.change')) return refuse({ reasons: [{ key: 'people_refused_not_allowed' }] });
  return ctx.db.transaction().execute(async (trx) => {
    const before = await lockSettings(trx);
    const changed = (Object.keys(before) as (keyof SiteSettings)[]).filter(
      (name) => before[name] !== settings[name],
    );
    if (changed.length === 0) return done(null);
    await writeSettings(trx, settings, ctx.clock.now());
    const only = (all: SiteSettings) => Object.fromEntries(changed.map((name) => [name, all[name]]));
    await appendAudit(trx, {
      act: 'site-settings.change',
      subject: { kind: 'site-settings', id: null },
      before: only(before),
      after: only(settings),
      ...actedBy(ctx, 'secretariat'),
    });
    return done(null);
  });
}
