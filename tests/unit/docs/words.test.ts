import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Words that mean nothing else, so none of them may be read by anybody; others say in brackets what they are not for. */
function wordsToAvoid(): string[] {
  const rows = readFileSync('CONTEXT.md', 'utf8').split('\n')
  return rows.flatMap((row) => {
    const [, word = '', , not = ''] = row.split('|').map((cell) => cell.trim())
    if (word === '' || word === 'word' || /^-+$/.test(not)) return []
    return not.split(', ').filter((one) => /^[a-z' -]+$/i.test(one))
  })
}

/** What people read in a file: texts of elements, and sentences in quotes. */
function sentencesIn(file: string): string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    false,
    kind,
  )
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    const text = textOf(node)
    if (/^[\s…“"]*\p{Lu}.* /su.test(text)) found.push(text.replace(/\s+/g, ' ').trim())
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function textOf(node: ts.Node): string {
  if (ts.isJsxText(node) || ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return ''
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
    .map((one) => join(one.parentPath, one.name))

describe('what people read', () => {
  const files = [...filesIn('src'), ...filesIn('electron/cli')]
  const read = files.flatMap((file) => sentencesIn(file).map((text) => ({ file, text })))

  it('is found in the program', () => {
    const all = read.map(({ text }) => text)
    expect(all.length).toBeGreaterThan(1000)
    expect(all).toContain('Nothing drawn yet')
    expect(all).toContain('Looking for what you viewed last… or type a title.')
  })

  it.each(wordsToAvoid())('does not say “%s”, by the glossary', (word) => {
    const said = new RegExp(`\\b${word}(s|es|ed)?\\b`, 'i')
    const lines = read.filter(({ text }) => said.test(text))
    expect(lines.map(({ file, text }) => `${file}: ${text}`)).toEqual([])
  })
})
