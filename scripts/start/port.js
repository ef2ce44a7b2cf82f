import { createServer } from 'node:net';

/** @param {number} port */
export const hasWrongPort = (port) => !Number.isInteger(port) || port < 1 || port > 65_535;

/**
 * Whether another program listens there.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export const isPortTaken = (port) =>
  new Promise((resolve) => {
    const host = process.env['HOST']?.trim();
    const probe = createServer();
    probe.once('error', (error) =>
      resolve(/** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE'),
    );
    probe.listen({ port, ...(host && { host }) }, () => probe.close(() => resolve(false)));
  });
