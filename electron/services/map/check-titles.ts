import type { Entity } from '@shared/graph'
import { FailureError } from '@shared/failure'
import type { Mark, Target } from '../markup'
import type { PageRow, SpaceRow } from '../remote'
import { isOpenTitle, type MappedPage } from './mapped-page'
import type { LookedUp, MapPort } from './model'
import { type Checked, type WrittenTitle, writtenTitle } from './resolve-target'
import type { TitleIndex } from './title-index'
import { isAboutTheList } from './walk-space'

/** What became of some titles: pages whose links lead further now, and what they lead to. */
export type TitlesSeen = {
  readonly pages: readonly MappedPage[]
  readonly found: readonly LookedUp[]
  readonly entities: readonly Entity[]
  readonly calls: number
}

export type TitlesChecked = {
  /** Titles that were asked for, and those of them that something has. */
  readonly titles: number
  readonly found: number
  /** Titles that are left, since there are more than were to be asked for. */
  readonly left: number
  /** Titles whose look-up failed: whether they are there is not known. */
  readonly lost: number
}

/** As it is told at the end. */
export const inShort = ({ titles, found, left }: TitlesChecked) => ({ titles, found, left })

type About = { readonly index: TitleIndex; readonly checked: Checked; readonly most: number }

type Watching = {
  readonly onSeen: (seen: TitlesSeen) => void
  /** False where the limit of calls is reached. */
  readonly mayCall: () => boolean
}

/** Titles of one round: what came is kept after each. */
const atOnce = 20

/**
 * Asks the site for each title that leads nowhere in the mapped spaces, one call each: it may be in
 * a space that was not mapped, or in the trash. Each title is asked for once, however many name it.
 */
export async function checkTitles(
  port: Pick<MapPort, 'spaces' | 'titled'>,
  pages: ReadonlyMap<string, MappedPage>,
  { index, checked, most }: About,
  { onSeen, mayCall }: Watching,
  signal: AbortSignal,
): Promise<TitlesChecked> {
  const open = openTitles([...pages.values()], index, checked)
  const asked = [...open.values()].slice(0, most)
  const beyond = await spacesOf(port, asked, index, signal)
  onSeen({ pages: [], found: [], entities: [], calls: beyond.calls })
  const spaceOf = (key: string) => index.space(key) ?? beyond.spaces.get(key.toLowerCase())
  let [titles, found, lost] = [0, 0, 0]
  for (let at = 0; at < asked.length && mayCall(); at += atOnce) {
    const some = asked.slice(at, at + atOnce)
    const answers = await Promise.all(
      some.map(({ title }) => answerFor(port, title, spaceOf(title.key), signal)),
    )
    titles += some.length
    found += answers.filter(({ row }) => row !== null).length
    lost += answers.filter(({ failed }) => failed).length
    onSeen(seenOf(some, answers, pages))
  }
  return { titles, found, lost, left: open.size - titles }
}

type Open = { readonly title: WrittenTitle; readonly marks: Map<string, Set<Mark>> }

/** Titles that lead nowhere, each with the pages and marks that name it. */
function openTitles(
  pages: readonly MappedPage[],
  index: TitleIndex,
  checked: Checked,
): ReadonlyMap<string, Open> {
  const open = new Map<string, Open>()
  for (const page of pages) {
    for (const mark of page.marks) {
      if (!isTitle(mark.target) || !isOpenTitle(mark, page, index, checked)) continue
      const title = writtenTitle(mark.target, page, index)
      const key = [title.kind, title.key.toLowerCase(), title.title, title.day].join('\n')
      const own = open.get(key) ?? { title, marks: new Map<string, Set<Mark>>() }
      own.marks.set(page.id, (own.marks.get(page.id) ?? new Set()).add(mark))
      open.set(key, own)
    }
  }
  return open
}

type Title = Extract<Target, { readonly kind: 'page' | 'blogpost' | 'name' }>

const isTitle = (target: Target): target is Title =>
  target.kind === 'page' || target.kind === 'blogpost' || target.kind === 'name'

/** Spaces that were not mapped have to be known by their number first. */
async function spacesOf(
  { spaces }: Pick<MapPort, 'spaces'>,
  asked: readonly Open[],
  index: TitleIndex,
  signal: AbortSignal,
): Promise<{ readonly spaces: ReadonlyMap<string, SpaceRow>; readonly calls: number }> {
  const keys = new Set(
    asked.flatMap(({ title: { key } }) => (index.space(key) === undefined ? [key] : [])),
  )
  if (keys.size === 0) return { spaces: new Map(), calls: 0 }
  const answer = await spaces([...keys], signal)
  const known = answer.spaces.map((space) => [space.entity.key.toLowerCase(), space] as const)
  return { spaces: new Map(known), calls: answer.calls }
}

type AnswerTo = { readonly row: PageRow | null; readonly failed: boolean; readonly calls: number }

async function answerFor(
  { titled }: Pick<MapPort, 'titled'>,
  { kind, title, day }: WrittenTitle,
  space: SpaceRow | undefined,
  signal: AbortSignal,
): Promise<AnswerTo> {
  // A space that nobody sees holds nothing that anybody sees.
  if (space === undefined) return { row: null, failed: false, calls: 0 }
  const { id, entity } = space
  try {
    const wanted = { kind, title, space: { id, key: entity.key, name: entity.title } }
    const { rows, calls } = await titled(wanted, signal)
    return { row: meant(rows, day), failed: false, calls }
  } catch (error) {
    if (!(error instanceof FailureError) || !isAboutTheList(error.failure)) throw error
    return { row: null, failed: true, calls: 1 }
  }
}

/** Of one title the one that is still read, then of the day that was written; null for several. */
function meant(rows: readonly PageRow[], day: string | undefined): PageRow | null {
  const read = rows.filter(({ entity }) => entity.status !== 'trashed')
  const among = read.length > 0 ? read : rows
  const onDay = among.filter(({ entity }) => entity.createdAt?.slice(0, 10) === day)
  const [only, ...more] = onDay.length > 0 ? onDay : among
  return only !== undefined && more.length === 0 ? only : null
}

function seenOf(
  asked: readonly Open[],
  answers: readonly AnswerTo[],
  pages: ReadonlyMap<string, MappedPage>,
): TitlesSeen {
  const changed = new Map<string, MappedPage>()
  asked.forEach(({ marks }, at) => {
    const answer = answers[at]
    if (answer === undefined || answer.failed) return
    const { row } = answer
    for (const [id, own] of marks) {
      const page = changed.get(id) ?? pages.get(id)
      if (page === undefined) continue
      const settled = page.marks.map((mark) => (own.has(mark) ? settledBy(mark, row) : mark))
      changed.set(id, { ...page, marks: settled })
    }
  })
  const entities = answers.flatMap(({ row }) => row?.entity ?? [])
  return {
    pages: [...changed.values()],
    found: entities.map(({ id }) => ({ id, seen: true })),
    entities,
    calls: answers.reduce((sum, { calls }) => sum + calls, 0),
  }
}

const settledBy = (mark: Mark, row: PageRow | null): Mark =>
  row === null
    ? { ...mark, sought: true }
    : { ...mark, paired: { kind: 'content', id: row.entity.key } }
