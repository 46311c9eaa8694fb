/** Rules of lint that nobody else keeps. They read the text alone and never ask for types. */

const wholeStore = {
  create: (/** @type {any} */ context) => ({
    "CallExpression[callee.name='useStore'][arguments.length=1]": (/** @type {any} */ node) => {
      context.report({
        node,
        message: 'Say what of the store is read: a part that nobody reads would render it anew.',
      })
    },
  }),
}

/**
 * Holds what typescript-eslint calls `no-unsafe-class-instance-assignment`: with a `#` member the
 * compiler itself refuses what only looks like an instance. A class that extends another is what
 * that one is.
 */
const nominalClass = {
  create: (/** @type {any} */ context) => ({
    'ClassDeclaration[superClass=null], ClassExpression[superClass=null]': (
      /** @type {any} */ node,
    ) => {
      const own = node.body.body.some(
        (/** @type {any} */ member) => member.key?.type === 'PrivateIdentifier',
      )
      if (own) return
      context.report({
        node,
        message: 'Give it a # member: without one, anything of its shape passes for an instance.',
      })
    },
  }),
}

/**
 * What is used is there already, and has its value: nothing is filled in later. Helpers at the edge of
 * a file stand below what they help with, and types are nowhere, so neither is meant.
 */
const inOrder = {
  create: (/** @type {any} */ context) => ({
    Program: () => {
      for (const scope of context.sourceCode.scopeManager.scopes) {
        for (const { identifier, resolved, isTypeReference } of scope.references) {
          const [made] = resolved?.defs ?? []
          if (made?.type !== 'Variable' || isTypeReference === true) continue
          if (resolved.scope.type === 'module' || resolved.scope.type === 'global') continue
          if (identifier.range[0] >= made.name.range[0]) continue
          context.report({ node: identifier, message: `${identifier.name} is made further down.` })
        }
      }
    },
    "VariableDeclaration[kind='let'] > VariableDeclarator[init=null]": (
      /** @type {any} */ node,
    ) => {
      if (/^For(In|Of)Statement$/.test(node.parent.parent.type)) return
      context.report({ node, message: 'Make it with its value, instead of filling it in later.' })
    },
  }),
}

export default {
  meta: { name: 'own' },
  rules: { 'whole-store': wholeStore, 'nominal-class': nominalClass, 'in-order': inOrder },
}
