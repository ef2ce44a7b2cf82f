import { describe, expect, it } from 'vitest';
import { hasJava, validateHtml } from './vnu.ts';

const page = (body: string): string =>
  `<!doctype html>\n<html lang="en"><head><title>A page</title></head><body>${body}</body></html>`;

describe.skipIf(!(await hasJava()))('the HTML checker', () => {
  it('finds the fault of the one page that has one, and calls the page by its name', async () => {
    const messages = await validateHtml([
      { name: '/en/good', html: page('<h1>Good</h1>') },
      { name: '/en/bad', html: page('<h1>Bad</h1><img src="x.png"><p id="a"></p><p id="a"></p>') },
    ]);
    expect(messages.filter((message) => message.type === 'error').map((message) => message.page)).toEqual([
      '/en/bad',
      '/en/bad',
    ]);
    expect(messages.map((message) => message.message).join()).toContain('alt');
  });
});
