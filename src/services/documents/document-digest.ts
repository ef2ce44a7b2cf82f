import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';
import { fontsFolder, templatesRoot } from './folders.ts';
import type { DocumentRequest } from './model.ts';

const versions = new Map<string, string>();

/** A digest of what all documents of a template depend on: the templates beside it, the fonts, the compiler. Read once a process. */
export function templateVersion(template: string): string {
  const folder = join(templatesRoot(), dirname(template));
  let version = versions.get(folder);
  if (version === undefined) {
    const hash = createHash('sha256');
    const files = [folder, fontsFolder()].flatMap((place) =>
      readdirSync(place)
        .filter((name) => /\.(typ|ttf)$/.test(name))
        .sort()
        .map((name) => join(place, name)),
    );
    const compiler = 'node_modules/@myriaddreamin/typst-ts-node-compiler/package.json';
    for (const file of [...files, join(projectRoot(), compiler)]) hash.update(readFileSync(file));
    version = hash.digest('hex');
    versions.set(folder, version);
  }
  return version;
}

/** The name of a document: a digest of everything that it depends on, so that the same name is the same document. */
export function documentDigest({ template, language, title, fileName, data }: DocumentRequest): string {
  const parts = [templateVersion(template), template, language, title, fileName, JSON.stringify(data)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
