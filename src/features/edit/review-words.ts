import type { ChangeLine } from '@shared/edit'
import { counted, quoted } from '@shared/text'
import { type Check, checkOf, whyNotSent } from './draft-state'

const actionWords = {
  create: 'Create',
  delete: 'Delete',
  flip: 'Flip',
  retype: 'Rename',
} as const satisfies Record<ChangeLine['action'], string>

/** What is told of a line that can be sent: what becomes of the relation. */
export const outcomeWords = {
  create: 'new',
  delete: 'to be deleted',
  flip: 'to be flipped',
  retype: 'to be renamed',
} as const satisfies Record<ChangeLine['action'], string>

export type LineGroup = { readonly title: string; readonly lines: readonly ChangeLine[] }

/** The same action with the same name stands together, in the order in which each came first. */
export function groupLines(lines: readonly ChangeLine[]): LineGroup[] {
  const groups = new Map<string, ChangeLine[]>()
  for (const line of lines) {
    const to = line.newName === undefined ? '' : ` to ${quoted(line.newName)}`
    const title = `${actionWords[line.action]} ${quoted(line.relation)}${to}`
    const group = groups.get(title)
    if (group === undefined) groups.set(title, [line])
    else group.push(line)
  }
  return [...groups].map(([title, group]) => ({ title, lines: group }))
}

/** “140 changes: 100 new, 20 to be deleted, 15 there already, 5 an end is unknown.” */
export function summaryOf(
  lines: readonly ChangeLine[],
  checks: ReadonlyMap<string, Check>,
  checking: boolean,
): string {
  if (lines.length === 0) return 'The draft is empty. Changes that you make are collected here.'
  const counts = new Map<string, number>()
  for (const line of lines) {
    const check = checkOf(line, checks)
    const word =
      whyNotSent(check) ?? (check === undefined ? 'not checked yet' : outcomeWords[line.action])
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const told = [...counts].map(([word, count]) => `${count} ${word}`).join(', ')
  const many = counted(lines.length, 'change')
  return `${many}: ${told}.${checking ? ' Asking Confluence…' : ''}`
}
