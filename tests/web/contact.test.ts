import { describe, expect, it } from 'vitest';
import { runningApp } from './running-app.ts';

const contact = 'pearls@nida.example';
const named = await runningApp({ NACRE_OPERATOR: 'Town of Nida', NACRE_CONTACT: contact });
const unnamed = await runningApp();

describe('whoever runs the site', () => {
  it('is named with an address on the page about it', async () => {
    const about = await named.page('/et/about');
    expect(about.querySelector('main')?.text).toContain('Town of Nida');
    expect(about.querySelector(`main a[href="mailto:${contact}"]`)?.text).toBe(contact);
    expect((await unnamed.page('/et/about')).querySelector('main a[href^="mailto:"]')).toBeNull();
  });

  it('is to be told of an error only where there is an address to tell it to', async () => {
    for (const app of [named, unnamed]) {
      await app.db.schema.alterTable('search_document').renameTo('search_document_lost').execute();
      const answer = await app.ask('/en/practices');
      const page = await app.page('/en/practices');
      expect(answer.status).toBe(500);
      expect(page.querySelector('main strong')?.text).toMatch(/^[0-9a-f]{8}$/);
      expect(page.querySelectorAll(`main a[href="mailto:${contact}"]`)).toHaveLength(app === named ? 1 : 0);
      expect(page.querySelector('main')?.text.includes('tell us this reference')).toBe(app === named);
    }
  });
});
