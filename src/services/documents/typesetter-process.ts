import '#platform/outlive-signals.ts';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { join } from 'node:path';
import { fontsFolder, templatesRoot } from './folders.ts';
import { replaceUnshowable, unshowable } from './unshowable.ts';
import type { SettingOrder, SettingOutcome } from './typesetter.ts';

// A process of its own: the compiler is native code that fills a core for seconds and may end its process. It sets one
// document at a time, as it is told by its parent, and ends with it.

const compiler = NodeCompiler.create({
  workspace: templatesRoot(),
  fontArgs: [{ fontPaths: [fontsFolder()] }],
});

function compile(template: string, data: string): SettingOutcome {
  const compiled = compiler.compile({ mainFilePath: join(templatesRoot(), template), inputs: { data } });
  const document = compiled.result;
  if (compiled.hasError() || document === null) {
    const diagnostics = compiled.takeDiagnostics();
    const found = diagnostics === null ? [] : (compiler.fetchDiagnostics(diagnostics) as unknown[]);
    return { ok: false, problem: JSON.stringify(found).slice(0, 2000) };
  }
  const pdf = compiler.pdf(document, { pdfStandard: 'ua-1' });
  return { ok: true, pdf, pages: document.numOfPages };
}

/** PDF/UA allows no letter without a glyph: one that none of our fonts has is shown as a question mark instead. */
function set({ template, data }: SettingOrder): SettingOutcome {
  let shown = data;
  for (;;) {
    try {
      return compile(template, shown);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const replaced = replaceUnshowable(shown, unshowable(message));
      if (replaced === shown) return { ok: false, problem: message.slice(0, 2000) };
      shown = replaced;
    } finally {
      // What is kept of one document is of little use to the next.
      compiler.evictCache(0);
    }
  }
}

process.on('message', (order: SettingOrder) => {
  process.send?.(set(order));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
