import { parse, type HTMLElement } from 'node-html-parser';
import { expect } from 'vitest';
import type { Answer } from './raw-request.ts';
import type { RunningApp } from './running-app.ts';

/** A browser without JavaScript: it keeps cookies, fills forms in and presses their buttons, and follows where it is led. */
export class FormReader {
  readonly cookies = new Map<string, string>();
  /** Of the last answer that was not a way on. */
  answer: Answer | undefined;
  page: HTMLElement = parse('');
  path = '';
  readonly #app: RunningApp;
  /** Where it comes from, for an app that trusts its proxy. */
  readonly #address: string;

  constructor(app: RunningApp, address = '192.0.2.1') {
    this.#app = app;
    this.#address = address;
  }

  async open(path: string): Promise<HTMLElement> {
    return this.#ask(path, 'GET');
  }

  /** Fills in the form that has this button (by its text), and presses it. */
  async press(button: string, fields: Readonly<Record<string, string>> = {}): Promise<HTMLElement> {
    const pressed = this.page
      .querySelectorAll('main button')
      .find(({ text }) => text.replace(/\s+/g, ' ').trim() === button);
    const form = pressed?.closest('form');
    if (!pressed || !form)
      throw new Error(`No button '${button}' on ${this.path}:\n${this.page.querySelector('main')?.text}`);
    const values = new URLSearchParams();
    for (const input of form.querySelectorAll('input, select, textarea')) {
      const name = input.getAttribute('name') ?? '';
      if (
        input.getAttribute('type') === 'checkbox' &&
        !(name in fields) &&
        input.getAttribute('checked') === undefined
      )
        continue;
      const chosen = input.querySelector('option[selected]')?.getAttribute('value');
      values.append(name, fields[name] ?? chosen ?? input.getAttribute('value') ?? '');
    }
    const missing = Object.keys(fields).filter((name) => !values.has(name));
    if (missing.length > 0) throw new Error(`No fields ${missing.join()} in the form of '${button}'`);
    const name = pressed.getAttribute('name');
    if (name !== undefined) values.append(name, pressed.getAttribute('value') ?? '');
    const action = pressed.getAttribute('formaction') ?? form.getAttribute('action') ?? this.path;
    return this.post(action, values);
  }

  async post(path: string, values: URLSearchParams): Promise<HTMLElement> {
    return this.send(path, values.toString(), 'application/x-www-form-urlencoded');
  }

  /** Posts a body of another type. */
  async send(path: string, body: string | Uint8Array, contentType: string): Promise<HTMLElement> {
    return this.#ask(path, 'POST', body, contentType);
  }

  /** The texts of the error summary. */
  get problems(): string[] {
    return this.page.querySelectorAll('[role=alert] li').map(({ text }) => text.trim());
  }

  get heading(): string {
    return (this.page.querySelector('h1')?.text ?? '').trim();
  }

  async #ask(
    path: string,
    method: 'GET' | 'POST',
    body?: string | Uint8Array,
    contentType?: string,
  ): Promise<HTMLElement> {
    const here = this.#app.origin.replace('localhost', '127.0.0.1');
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#app.ask(path.replace(/#.*/, ''), {
      method,
      ...(body !== undefined && { body }),
      headers: {
        accept: 'text/html',
        'x-forwarded-for': this.#address,
        ...(cookie && { cookie }),
        ...(method === 'POST' && {
          origin: here,
          ...(contentType !== undefined && { 'content-type': contentType }),
        }),
      },
    });
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    if (answer.status === 303) return this.#ask(answer.headers.location ?? '', 'GET');
    expect(answer.status, `${method} ${path}`).toBeLessThan(500);
    this.path = path;
    this.answer = answer;
    this.page = parse(answer.text);
    return this.page;
  }
}

/** The newest mail to this address, once it is written; of it, path and query of its secret link. */
export async function mailTo(
  { db }: RunningApp,
  email: string,
  after = 0,
): Promise<{ id: number; kind: string; subject: string; text: string; language: string; link: string }> {
  const read = () =>
    db
      .selectFrom('outbox')
      .selectAll()
      .where('recipient', '=', email)
      .where('id', '>', after)
      .orderBy('id', 'desc')
      .executeTakeFirst();
  await expect.poll(read, { timeout: 15_000, interval: 50 }).toBeTruthy();
  const row = await read();
  const url = (row?.secrets as { link?: string } | undefined)?.link;
  const { pathname, search } = new URL(url ?? 'http://nowhere.invalid/');
  return {
    id: row?.id ?? 0,
    kind: row?.kind ?? '',
    subject: row?.subject ?? '',
    text: row?.body_text ?? '',
    language: row?.language ?? '',
    link: url === undefined ? '' : pathname + search,
  };
}
