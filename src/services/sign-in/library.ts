import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins/magic-link';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Database } from '#platform/database/connect.ts';
import type { Log } from '#platform/log.ts';
import { lifetimes, passwordLength } from './model.ts';
import { secondFactorAfterLink } from './second-factor-after-link.ts';
import { following, runningTurn, type Token } from './turn-store.ts';

export interface LibrarySettings {
  readonly db: Database;
  /** See key.ts. */
  readonly key: string;
  /** ORIGIN where it is set; else each request says where it came to. */
  readonly origin: string | undefined;
  readonly log: Log;
}

/** Calls that themselves prove a second factor; the session that they make says so. */
const provesTwoFactors = new Set([
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
]);

// The senders only note: what they threw the library would swallow, and commit a person without a mail.
const note = (kind: Token['kind']) => (data: { token: string }) => {
  runningTurn().tokens.push({ kind, token: data.token });
  return Promise.resolve();
};

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/** A key that did not ask for a finger or a number is one factor, not two. */
function demandVerified(isVerified: boolean | undefined): void {
  if (isVerified !== true) throw new APIError('BAD_REQUEST', { code: 'USER_NOT_VERIFIED' });
}

const plugins = () => [
  magicLink({
    storeToken: 'hashed',
    expiresIn: lifetimes.linkMinutes * 60,
    sendMagicLink: note('link'),
  }),
  twoFactor({
    issuer: 'Nacre',
    allowPasswordless: true,
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'second_factor',
        fields: {
          userId: 'person_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  }),
  passkey({
    rpName: 'Nacre',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) => {
        demandVerified(verification.registrationInfo?.userVerified);
      },
    },
    authentication: {
      afterVerification: ({ verification }) => {
        demandVerified(verification.authenticationInfo.userVerified);
      },
    },
    schema: {
      passkey: {
        fields: {
          publicKey: 'public_key',
          userId: 'person_id',
          credentialID: 'credential_id',
          deviceType: 'device_type',
          backedUp: 'backed_up',
          createdAt: 'created_at',
        },
      },
    },
  }),
];

/**
 * The library with our tables and choices. Persons register by a link only: nobody is in the table before they have proved their mailbox,
 * so a stranger's password can never wait on somebody's address. Its HTTP handler is not mounted: there, opening a link would act.
 */
export function signInLibrary({ db, key, origin, log }: LibrarySettings) {
  return betterAuth({
    appName: 'Nacre',
    baseURL: origin ?? { allowedHosts: ['*'], fallback: 'http://localhost:3000' },
    secret: key,
    telemetry: { enabled: false },
    database: { db: following(db), type: 'postgres', transaction: true },
    // Its other arguments may hold addresses.
    logger: {
      level: 'warn',
      disableColors: true,
      log: (level, message) => log[level === 'error' ? 'error' : 'warn'](`Sign-in: ${message}`),
    },
    user: { modelName: 'person', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
      additionalFields: {
        secondFactorAt: { type: 'date', required: false, input: false, fieldName: 'second_factor_at' },
      },
      expiresIn: lifetimes.sessionDays * 24 * 60 * 60,
      freshAge: lifetimes.freshMinutes * 60,
      // Fixed: our own reading does not lengthen it either.
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'sign_in_method',
      fields: { userId: 'person_id', providerId: 'provider_id', accountId: 'account_id', ...times },
      accountLinking: { enabled: false },
    },
    verification: { fields: { expiresAt: 'expires_at', ...times }, storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: lifetimes.resetMinutes * 60,
      sendResetPassword: note('reset'),
      onPasswordReset: ({ user }) => {
        runningTurn().reset.push(Number(user.id));
        return Promise.resolve();
      },
    },
    // It guards the handler only; ours is countAttempt.
    rateLimit: { enabled: false },
    hooks: { after: secondFactorAfterLink },
    databaseHooks: {
      user: {
        create: {
          after: (user) => {
            runningTurn().registered.push(Number(user.id));
            return Promise.resolve();
          },
        },
      },
      session: {
        create: {
          before: (session, ctx) => {
            const before = (session as { secondFactorAt?: Date | null }).secondFactorAt ?? null;
            const secondFactorAt = provesTwoFactors.has(ctx?.path ?? '') ? new Date() : before;
            return Promise.resolve({ data: { ...session, secondFactorAt } });
          },
        },
      },
    },
    advanced: {
      // 'serial': the database gives numbers. The check would ask for columns of sign-in by other sites.
      database: { generateId: 'serial', validateSchema: false },
      // Set by the bridge, by the scheme of the request.
      useSecureCookies: false,
      // The bridge sets them, and nobody else can.
      trustedProxyHeaders: true,
      cookiePrefix: 'nacre',
      ipAddress: { ipAddressHeaders: ['x-nacre-client'] },
    },
    plugins: plugins(),
  });
}

export type Library = ReturnType<typeof signInLibrary>;
