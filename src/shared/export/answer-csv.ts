import Papa from 'papaparse'
import type { Answer } from '../ask'
import { guardCell } from '../edit'
import { printable } from './text'

const fields = ['question', 'kind', 'finding', 'title', 'space', 'why', 'url', 'id']

/** An answer as a table, a row for each thing that is listed; notes have no place in one. */
export function answerCsv({ kind: question, groups }: Answer): string {
  const data = groups.flatMap(({ kind, title: finding, rows }) =>
    rows.map(({ title, space, why, url, node }) =>
      [question, kind, finding, title, space ?? '', why, url ?? '', node ?? ''].map((text) =>
        guardCell(printable(text)),
      ),
    ),
  )
  return `\uFEFF${Papa.unparse({ fields, data }, { newline: '\r\n', quotes: true })}\r\n`
}
