import type { Visit, VisitCookieOptions } from './model.ts';

/** A browser's cookies, for tests: each visit sees what earlier ones left. */
export class Browser {
  readonly values = new Map<string, string>();
  readonly options = new Map<string, VisitCookieOptions>();
  readonly #origin: string;
  readonly #address: string;

  constructor(origin = 'http://localhost:3000', address = '192.0.2.1') {
    this.#origin = origin;
    this.#address = address;
  }

  visit(path = '/en/sign-in'): Visit {
    return {
      url: new URL(path, this.#origin),
      userAgent: 'A browser of the tests',
      clientAddress: this.#address,
      cookies: {
        getAll: () => [...this.values].map(([name, value]) => ({ name, value })),
        set: (name, value, options) => {
          this.values.set(name, value);
          this.options.set(name, options);
        },
        delete: (name) => this.values.delete(name),
      },
    };
  }
}
