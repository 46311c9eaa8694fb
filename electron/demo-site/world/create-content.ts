import { type ContentKind, type DemoContent, type DemoSpace, type DemoUser, moment } from './model'
import { inTrees } from './page-tree'
import type { Random } from './random'
import { pageTitles, type Titled } from './titles'
import { spaces as spaceWords } from './vocabulary/spaces'

type Making = {
  readonly random: Random
  readonly users: readonly DemoUser[]
  readonly nextId: () => string
}

/** The pages of the site, and after them everything else that Confluence calls content. */
export function createContent(
  random: Random,
  users: readonly DemoUser[],
  spaces: readonly DemoSpace[],
  pages: number,
): { pages: DemoContent[]; others: DemoContent[] } {
  const making: Making = { random, users, nextId: createIds(random) }
  const made: DemoContent[] = []
  for (const titled of pageTitles(pages)) made.push(page(making, titled, made.length))
  return { pages: inTrees(made), others: others(making, spaces) }
}

/** Decimal ids as Confluence gives them, each once; every 41st is past 2^31, and one past 2^53. */
function createIds(random: Random): () => string {
  let last = 1_310_721
  let count = -1
  return () => {
    count += 1
    last += (1 + random.below(3)) * 32_768
    if (count === 7) return '9007199254740995'
    // The odd one keeps these apart from the rest, which all leave 1 over 32,768.
    return String(count % 41 === 40 ? last + 2_147_483_649 : last)
  }
}

const some = (
  { random, users, nextId }: Making,
  { title, spaceKey }: Titled,
  kind: ContentKind,
): DemoContent => ({
  id: nextId(),
  kind,
  title,
  status: 'current',
  spaceKey,
  parentId: null,
  authorId: random.pick(users).accountId,
  ...written(moment(random)),
  version: 1 + random.below(12),
  restricted: false,
})

const written = (at: string) => ({ createdAt: at, changedAt: at })

function page(making: Making, titled: Titled, at: number): DemoContent {
  const archived = at % 29 === 27 || titled.title.startsWith('Sunset')
  return {
    ...some(making, titled, 'page'),
    status: archived ? 'archived' : at % 83 === 80 ? 'trashed' : 'current',
    restricted: at % 61 === 60,
  }
}

function others(making: Making, spaces: readonly DemoSpace[]): DemoContent[] {
  const posts = spaceWords.flatMap(({ key, blogPosts }) =>
    blogPosts.map((title) => some(making, { title, spaceKey: key }, 'blogpost')),
  )
  const personal = spaces.find(({ type }) => type === 'personal')
  return [
    ...posts,
    some(making, { title: 'Ingest pipeline sketch', spaceKey: 'ENG' }, 'whiteboard'),
    some(making, { title: 'Storm mode flow', spaceKey: 'PROD' }, 'whiteboard'),
    some(making, { title: 'Station inventory', spaceKey: 'OPS' }, 'database'),
    some(making, { title: 'Launch material', spaceKey: 'PROD' }, 'folder'),
    some(making, { title: 'Map of all stations', spaceKey: 'RES' }, 'embed'),
    ...(personal === undefined
      ? []
      : [
          some(making, { title: 'Notes to myself', spaceKey: personal.key }, 'page'),
          some(making, { title: 'Reading for the ferry', spaceKey: personal.key }, 'page'),
        ]),
  ]
}
