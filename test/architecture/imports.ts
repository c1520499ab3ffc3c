import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The folder of the sources. */
export const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));

/** A source file and what it imports. */
export interface Module {
  /** `engine/run.ts`, relative to src/. */
  readonly file: string;
  /** `engine`; files directly in src/ are the room `index`. */
  readonly room: string;
  readonly imports: readonly Import[];
  readonly text: string;
  readonly tree: ts.SourceFile;
}

export interface Import {
  /** A file relative to src/, or a package or built-in module as written. */
  readonly name: string;
  readonly own: boolean;
  /** Nothing of it is left at run time. */
  readonly typesOnly: boolean;
}

/** All source files. */
export function readModules(): Module[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((file) => {
      const text = readFileSync(join(SOURCES, file), 'utf8');
      const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      return { file, room: roomOf(file), imports: importsOf(tree, file), text, tree };
    });
}

/** The room that a file belongs to. */
export function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : 'index';
}

function importsOf(tree: ts.SourceFile, file: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typesOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    const own = specifier.text.startsWith('.');
    const name = own
      ? relative(SOURCES, resolve(SOURCES, dirname(file), specifier.text))
          .replaceAll('\\', '/')
          .replace(/\.js$/, extensionOf(resolve(SOURCES, dirname(file), specifier.text)))
      : specifier.text;
    found.push({ name, own, typesOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly === true || onlyTypes(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** A module with markup has another ending than the one by which it is imported. */
function extensionOf(path: string): string {
  return existsSync(path.replace(/\.js$/, '.tsx')) ? '.tsx' : '.ts';
}

/** `import { type A, type B } from …` leaves nothing but types behind. */
function onlyTypes(clause: ts.ImportClause | undefined): boolean {
  const names = clause?.namedBindings;
  return clause?.name === undefined && names !== undefined && ts.isNamedImports(names) && names.elements.every((each) => each.isTypeOnly);
}

/** Names that the code of a file mentions as plain identifiers, such as `process`; members (`a.process`) and types do not count. */
export function mentions(module: Module, wanted: string): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === wanted && isFree(node)) found = true;
    ts.forEachChild(node, visit);
  };
  visit(module.tree);
  return found;
}

function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent)) return parent.name !== node;
  return !ts.isQualifiedName(parent) && !ts.isTypeReferenceNode(parent);
}
