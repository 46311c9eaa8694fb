import { createRandom, type Random } from './random'
import { composed, people as names, spaces as spaceWords } from './vocabulary'
import { createRelationStore, type RelationStore } from './relation-store'
import { relate } from './relate'
import {
  type ContentKind,
  day,
  type DemoContent,
  type DemoSpace,
  type DemoUser,
  firstDay,
  moment,
} from './world-parts'

export type World = {
  readonly me: DemoUser
  readonly users: ReadonlyMap<string, DemoUser>
  readonly spaces: ReadonlyMap<string, DemoSpace>
  readonly content: ReadonlyMap<string, DemoContent>
  readonly relations: RelationStore
}

/** The whole site, from a seed: the same people, pages and relations each time. */
export function createWorld(pages: number, seed: number): World {
  const random = createRandom(seed)
  const users = createUsers(random)
  const me = users[0]
  if (me === undefined) throw new Error('The demo site has no people.')
  const spaces = createSpaces(random, users)
  const content = createContent(random, users, pages)
  const relations = createRelationStore()
  relate({ random, users, me, spaces, content, relations })
  return {
    me,
    users: new Map(users.map((user) => [user.accountId, user])),
    spaces: new Map(spaces.map((space) => [space.key, space])),
    content: new Map(content.map((one) => [one.id, one])),
    relations,
  }
}

/** Both shapes of account id that real sites have: older ones are plain, newer ones hold a colon. */
function createUsers(random: Random): DemoUser[] {
  return names.map((name, at) => ({
    name,
    accountId:
      at % 3 === 0
        ? random.hex(24)
        : `712020:${[8, 4, 4, 4, 12].map((length) => random.hex(length)).join('-')}`,
  }))
}

function createSpaces(random: Random, users: readonly DemoUser[]): DemoSpace[] {
  const shared = spaceWords.map(({ key, name }, at) => ({
    id: String(98_305 + at * 32_768),
    key,
    name,
    type: 'global' as const,
    authorId: random.pick(users).accountId,
    createdAt: new Date(firstDay - day * (200 - at)).toISOString(),
  }))
  const owner = users[1]
  if (owner === undefined) return shared
  const personal = {
    id: '425985',
    key: `~${owner.accountId.replace(/[:-]/g, '')}`,
    name: owner.name,
    type: 'personal' as const,
    authorId: owner.accountId,
    createdAt: moment(random),
  }
  return [...shared, personal]
}

function createContent(random: Random, users: readonly DemoUser[], pages: number): DemoContent[] {
  let id = 1_310_721n
  const nextId = (at: number): string => {
    id += BigInt(1 + random.below(7)) * 32_768n
    // Real ids grow past 2^31 and may grow past 2^53; a few here do, so that nobody counts on less.
    if (at % 41 === 40) return String(id + 2_147_483_648n)
    return at === 7 ? '9007199254740995' : String(id)
  }
  const make = (at: number, title: string, spaceKey: string, kind: ContentKind): DemoContent => ({
    id: nextId(at),
    kind,
    title,
    status:
      kind !== 'page'
        ? 'current'
        : at % 47 === 46
          ? 'archived'
          : at % 89 === 88
            ? 'trashed'
            : 'current',
    spaceKey,
    authorId: random.pick(users).accountId,
    createdAt: moment(random),
    version: 1 + random.below(12),
    restricted: kind === 'page' && at % 61 === 60,
  })
  const result: DemoContent[] = []
  for (const { title, spaceKey } of pageTitles(pages)) {
    result.push(make(result.length, title, spaceKey, 'page'))
  }
  for (const { key, blogs } of spaceWords) {
    for (const title of blogs) result.push(make(1, title, key, 'blogpost'))
  }
  result.push(make(2, 'Ingest pipeline sketch', 'ENG', 'whiteboard'))
  result.push(make(2, 'Station inventory', 'OPS', 'database'))
  result.push(make(2, 'Launch material', 'PROD', 'folder'))
  return result
}

/** The written titles first, taken in turn from the spaces; then composed ones. */
function* pageTitles(count: number): Generator<{ title: string; spaceKey: string }> {
  let made = 0
  const longest = Math.max(...spaceWords.map(({ pages }) => pages.length))
  for (let at = 0; at < longest; at += 1) {
    for (const { key, pages } of spaceWords) {
      const title = pages[at]
      if (title === undefined) continue
      if (made === count) return
      made += 1
      yield { title, spaceKey: key }
    }
  }
  for (; made < count; made += 1) {
    const subject = composed.subjects[made % composed.subjects.length] ?? 'Station'
    const kind = composed.kinds[made % composed.kinds.length] ?? 'notes'
    const space = spaceWords[made % spaceWords.length]
    yield { title: `${subject} ${kind} ${made + 1}`, spaceKey: space?.key ?? 'ENG' }
  }
}
