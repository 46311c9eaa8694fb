import { type Section, sectionText } from './section'

export { sectionText }

/**
 * Puts sections into a report: one of the same title is replaced, the others stay as they were, so
 * that a part can be measured anew.
 */
export function mergeReport(old: string, head: string, sections: readonly Section[]): string {
  const known = new Map(
    old
      .split(/^(?=## )/m)
      .filter((part) => part.startsWith('## '))
      .map((part) => [titleOf(part), part.trim()]),
  )
  for (const section of sections) known.set(section.title, sectionText(section))
  return `${[head.trim(), ...known.values()].join('\n\n')}\n`
}

const titleOf = (part: string): string => part.slice(3, part.indexOf('\n')).trim()
