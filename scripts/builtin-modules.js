import { builtinModules } from 'node:module';

const IMPORT = /\bimport([\w$*{][^;"']*?|\s+[\w$][^;"']*?)from\s*"([^"]+)";/g;

/**
 * The code with Node's own modules taken from `process.getBuiltinModule` where it imported them. An import, and a require
 * as well, has Node read every property of the module, and so load what stands behind it: reading `fs.promises` alone
 * loads readline.
 *
 * @param {string} code a file as esbuild prints it, without whitespace
 */
export function withoutBuiltinImports(code) {
  return code.replace(IMPORT, (statement, clause, name) => {
    if (!builtinModules.includes(name.replace(/^node:/, ''))) return statement;
    const module = `process.getBuiltinModule(${JSON.stringify(name)})`;
    return bindings(clause)
      .map((binding) => `const ${binding}=${module};`)
      .join('');
  });
}

/**
 * The left sides of the declarations that bind what an import clause binds.
 *
 * @param {string} clause such as `x`, `*as x`, `{a,b as c}` or `x,{a}`
 */
function bindings(clause) {
  const [, whole, named] = /^\s*(?:\*\s*as\s+)?([\w$]+)?\s*,?\s*(\{.*\})?\s*$/s.exec(clause) ?? [];
  const names = named?.replace(/([\w$]+)\s+as\s+([\w$]+)/g, '$1:$2');
  const unnamed = names && /[{,]default:([\w$]+)/.exec(names)?.[1];
  const others = names?.replace(/([{,])default:[\w$]+,?/, '$1');
  return [whole, unnamed, others === '{}' ? undefined : others].filter((binding) => binding !== undefined);
}
