import type { DemoContent } from './model'
import type { Random } from './random'

/** Gives a page that a page would name: mostly of its subject, often of its space, some anywhere. */
export type Kinship = (of: DemoContent) => DemoContent

/** Words that pages share without having a subject in common. */
const idle = new Set([
  'guide',
  'notes',
  'policy',
  'rules',
  'list',
  'process',
  'your',
  'with',
  'first',
])

const subjectsOf = (title: string): string[] =>
  (title.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !idle.has(word))

export function createKinship(random: Random, pages: readonly DemoContent[]): Kinship {
  const bySubject = grouped(pages, ({ title }) => subjectsOf(title))
  const bySpace = grouped(pages, ({ spaceKey }) => [spaceKey])
  const early = (from: readonly DemoContent[]): DemoContent | undefined =>
    from[random.skewed(from.length)]

  return (of) => {
    const subjects = subjectsOf(of.title)
    if (random.chance(0.6) && subjects.length > 0) {
      const akin = bySubject.get(random.pick(subjects)) ?? []
      if (akin.length > 1) return random.pick(akin)
    }
    const near = random.chance(0.75) ? bySpace.get(of.spaceKey) : undefined
    return early(near ?? pages) ?? of
  }
}

function grouped(
  pages: readonly DemoContent[],
  keysOf: (page: DemoContent) => readonly string[],
): ReadonlyMap<string, readonly DemoContent[]> {
  const groups = new Map<string, DemoContent[]>()
  for (const page of pages) {
    for (const key of keysOf(page)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [page])
      else group.push(page)
    }
  }
  return groups
}
