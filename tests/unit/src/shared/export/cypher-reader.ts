import { createRequire } from 'node:module'

/** Neo4j's own grammar of Cypher. Its modules name each other as only CommonJS finds them. */
type Node = {
  readonly children?: readonly Node[]
  readonly constructor: { readonly name: string }
  getText(): string
}
type Grammar = {
  CypherLexer: new (input: unknown) => unknown
  CypherParser: new (tokens: unknown) => Parser
}
type Runtime = {
  InputStream: new (text: string, asCodePoints: boolean) => unknown
  CommonTokenStream: new (lexer: unknown) => unknown
}
type Parser = {
  removeErrorListeners(): void
  addErrorListener(listener: unknown): void
  cypher(): Node
}

const require = createRequire(import.meta.url)
const grammar = require('@neo4j-cypher/antlr4') as Grammar
const loaded = require('@neo4j-cypher/antlr4-browser') as Runtime & { default?: Runtime }
const runtime = loaded.default ?? loaded

type Value = string | number | { readonly [name: string]: Value } | readonly Value[]
export type Statement = { readonly rows: readonly Value[]; readonly clauses: readonly string[] }

/** Every statement of a script: the rows that it unwinds, and the rest as text. Throws on a mistake. */
export function readCypher(script: string): Statement[] {
  const lexer = new grammar.CypherLexer(new runtime.InputStream(script.trim(), true))
  const parser = new grammar.CypherParser(new runtime.CommonTokenStream(lexer))
  const listener = {
    syntaxError: (_: unknown, __: unknown, line: number, column: number, why: string) => {
      throw new Error(`${line}:${column} ${why}`)
    },
    reportAmbiguity: () => undefined,
    reportAttemptingFullContext: () => undefined,
    reportContextSensitivity: () => undefined,
  }
  for (const one of [lexer as Parser, parser]) {
    one.removeErrorListeners()
    one.addErrorListener(listener)
  }
  return all(parser.cypher(), 'SingleQueryContext').map((statement) => {
    const [unwind, ...rest] = (statement.children ?? []).filter(isClause)
    const [list] = unwind === undefined ? [] : all(unwind, 'ListLiteralContext')
    const rows = list === undefined ? [] : valueOf(list)
    return {
      rows: Array.isArray(rows) ? rows : [],
      clauses: rest.map((clause) => clause.getText()),
    }
  })
}

const isClause = (node: Node): boolean => node.getText().trim() !== ''

/** The outermost nodes of a kind. */
const all = (node: Node, kind: string): Node[] =>
  node.constructor.name === kind
    ? [node]
    : (node.children ?? []).flatMap((child) => all(child, kind))

const meant: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

function valueOf(node: Node): Value {
  const { name } = node.constructor
  if (name === 'ListLiteralContext') return all(node, 'MapLiteralContext').map(valueOf)
  if (name === 'MapLiteralContext') {
    return Object.fromEntries(
      all(node, 'LiteralEntryContext').map(({ children = [] }) => {
        const [key, value] = [children[0], children.at(-1)]
        return [key?.getText() ?? '', value === undefined ? '' : valueOf(value)]
      }),
    )
  }
  const [only, ...more] = node.children ?? []
  if (only !== undefined && more.length === 0) return valueOf(only)
  const text = node.getText()
  return text.startsWith("'")
    ? text.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => meant[letter] ?? letter)
    : Number(text)
}
