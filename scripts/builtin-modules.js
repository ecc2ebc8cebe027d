import { builtinModules } from 'node:module';

/**
 * Functions whose module is loaded by the first call: crypto takes 3 to 5 ms, and the first frame of home needs none.
 */
const LATE = ['createHash', 'hash', 'randomBytes'];
const IMPORT = /\bimport([\w$*{][^;"']*?|\s+[\w$][^;"']*?)from\s*"([^"]+)";/g;

/**
 * Replaces imports of Node's own modules by `process.getBuiltinModule`. An import or a require makes Node read every
 * property of the module, and load what is behind it: reading `fs.promises` alone loads readline.
 *
 * @param {string} code a file as esbuild prints it, without whitespace
 */
export function withoutBuiltinImports(code) {
  return code.replace(IMPORT, (statement, clause, name) => {
    if (!builtinModules.includes(name.replace(/^node:/, ''))) return statement;
    const module = `process.getBuiltinModule(${JSON.stringify(name)})`;
    if (name === 'node:crypto') return late(clause, module);
    return bindings(clause)
      .map((binding) => `const ${binding}=${module};`)
      .join('');
  });
}

/**
 * Declarations of functions that load their module when they are called.
 *
 * @param {string} clause such as `{a,b as c}`
 * @param {string} module the expression that loads it
 */
function late(clause, module) {
  return clause
    .slice(1, -1)
    .split(',')
    .map((binding) => {
      const [name = '', local = name] = binding.split(' as ');
      if (!LATE.includes(name)) throw new Error(`scripts/builtin-modules.js cannot load ${name} late`);
      return `const ${local}=(...given)=>${module}.${name}(...given);`;
    })
    .join('');
}

/**
 * The left sides of the declarations for an import clause.
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
