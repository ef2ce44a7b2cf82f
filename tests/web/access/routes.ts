import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../../src/platform/project-root.ts';

const exportedNames = (source: ts.SourceFile): Map<string, ts.Expression | undefined> =>
  new Map(
    source.statements.flatMap((statement) => {
      if (!ts.canHaveModifiers(statement)) return [];
      if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
      if (ts.isFunctionDeclaration(statement)) return [[statement.name?.text ?? '', undefined] as const];
      return ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.map(
            ({ name, initializer }) => [name.getText(source), initializer] as const,
          )
        : [];
    }),
  );

const parsed = async (path: string): Promise<ts.SourceFile> =>
  ts.createSourceFile(path, await readFile(path, 'utf8'), ts.ScriptTarget.Latest, true);

function actionNames(path: string, actions: ts.Expression | undefined): string[] {
  if (!actions || !ts.isObjectLiteralExpression(actions))
    throw new Error(`The actions of ${path} are not written out, so nobody can tell who may do them.`);
  return actions.properties.map((property) => {
    const name = property.name && ts.isIdentifier(property.name) ? property.name.text : null;
    if (name === null) throw new Error(`An action of ${path} has no plain name.`);
    return name;
  });
}

/** What one file of the routes lets somebody do: 'GET /…' for a page or an answer, 'POST /…?/name' for a form. */
async function doorsOf(folder: string, name: string, route: string): Promise<string[]> {
  if (name === '+page.svelte') return [`GET ${route}`];
  const path = join(folder, name);
  if (name === '+page.server.ts') {
    const exported = exportedNames(await parsed(path));
    const forms = exported.has('actions') ? actionNames(path, exported.get('actions')) : [];
    return [`GET ${route}`, ...forms.map((form) => `POST ${route}${form === 'default' ? '' : `?/${form}`}`)];
  }
  if (name === '+server.ts') {
    const methods = [...exportedNames(await parsed(path)).keys()];
    return methods.filter((method) => /^[A-Z]+$/.test(method)).map((method) => `${method} ${route}`);
  }
  return [];
}

/** Every page, form and answer that the routes' folders hold, without the language: 'POST /towns/[id]/team?/invite'. */
export async function allDoors(): Promise<string[]> {
  const root = join(projectRoot(), 'src/routes');
  const files = await readdir(root, { recursive: true });
  const doors = await Promise.all(
    files.map((file) => {
      const folder = dirname(file);
      const route = `/${folder === '.' ? '' : folder}`.replace('/[language=language]', '') || '/';
      // The start page of a language, and what leads to it.
      const isRoot = folder === '.';
      return doorsOf(join(root, folder), file.slice(isRoot ? 0 : folder.length + 1), isRoot ? '' : route);
    }),
  );
  return [...new Set(doors.flat())].toSorted();
}
