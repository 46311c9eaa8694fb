import type { EntityRef } from '@shared/graph'
import type { Random } from './random'
import type { RelationStore } from './relation-store'
import { type DemoContent, type DemoSpace, type DemoUser, moment } from './world-parts'

/** The names that people at Tern & Tide use, most telling first. */
export const customNames = [
  'depends-on',
  'supersedes',
  'explains',
  'owned-by',
  'reviewed-by',
  'expert-in',
  'related-space',
] as const

type Site = {
  readonly random: Random
  readonly users: readonly DemoUser[]
  readonly me: DemoUser
  readonly spaces: readonly DemoSpace[]
  readonly content: readonly DemoContent[]
  readonly relations: RelationStore
}

const contentRef = ({ id }: DemoContent): EntityRef => ({ type: 'content', key: id })
const userRef = ({ accountId }: DemoUser): EntityRef => ({ type: 'user', key: accountId })
const spaceRef = ({ key }: DemoSpace): EntityRef => ({ type: 'space', key })

/** The last tenth of the pages is related to nothing: a real site has such pages too. */
const lonely = 0.9

/** Gives the site its relations: page links, six names of its own and more, and favourites. */
export function relate(site: Site): void {
  const busy = site.content.slice(0, Math.max(4, Math.floor(site.content.length * lonely)))
  linkPages(site, busy)
  relatePages(site, busy)
  relatePeople(site, busy)
  specialCases(site, busy)
}

function put(site: Site, name: string, source: EntityRef, target: EntityRef): void {
  const { random, relations } = site
  const creator = name === 'favourite' ? source.key : random.pick(site.users).accountId
  relations.put({ name, source, target, createdBy: creator, createdAt: moment(random) })
}

/** Few pages get most of the links, as on any site; most links stay in a space. */
function linkPages(site: Site, busy: readonly DemoContent[]): void {
  const { random } = site
  const bySpace = new Map<string, DemoContent[]>()
  for (const one of busy) {
    const same = bySpace.get(one.spaceKey)
    if (same === undefined) bySpace.set(one.spaceKey, [one])
    else same.push(one)
  }
  for (const source of busy) {
    const near = bySpace.get(source.spaceKey) ?? busy
    const count = 1 + random.below(3)
    for (let at = 0; at < count; at += 1) {
      const pool = random.chance(0.75) ? near : busy
      const target = pool[random.skewed(pool.length)]
      if (target !== undefined && target !== source)
        put(site, 'link', contentRef(source), contentRef(target))
    }
  }
}

function relatePages(site: Site, busy: readonly DemoContent[]): void {
  const { random } = site
  const some = (share: number, name: string) => {
    for (const source of busy) {
      if (!random.chance(share)) continue
      const target = busy[random.skewed(busy.length)]
      if (target !== undefined && target !== source)
        put(site, name, contentRef(source), contentRef(target))
    }
  }
  some(0.35, 'depends-on')
  some(0.08, 'supersedes')
  some(0.2, 'explains')
}

function relatePeople(site: Site, busy: readonly DemoContent[]): void {
  const { random, users, spaces, me } = site
  for (const one of busy) {
    if (random.chance(0.45)) put(site, 'owned-by', contentRef(one), userRef(random.pick(users)))
    if (random.chance(0.15)) put(site, 'reviewed-by', contentRef(one), userRef(random.pick(users)))
  }
  for (const user of users) put(site, 'expert-in', userRef(user), spaceRef(random.pick(spaces)))
  for (const space of spaces.slice(1)) {
    const first = spaces[0]
    if (first !== undefined) put(site, 'related-space', spaceRef(space), spaceRef(first))
  }
  for (const one of busy.slice(0, 6)) put(site, 'favourite', userRef(me), contentRef(one))
  for (const space of spaces.slice(0, 2)) put(site, 'favourite', userRef(me), spaceRef(space))
}

/** What crawlers stumble over: a ring, a self-relation, parallel names, and a hub past one page. */
function specialCases(site: Site, busy: readonly DemoContent[]): void {
  const { random } = site
  const [hub, first, second, third] = busy
  if (hub === undefined || first === undefined || second === undefined || third === undefined)
    return
  const ring = [first, second, third]
  ring.forEach((one, at) => {
    const following = ring[(at + 1) % ring.length]
    if (following !== undefined) put(site, 'depends-on', contentRef(one), contentRef(following))
  })
  put(site, 'explains', contentRef(second), contentRef(second))
  for (const name of ['explains', 'supersedes', 'link'])
    put(site, name, contentRef(first), contentRef(hub))
  for (let at = 0; at < Math.min(140, busy.length - 1); at += 1) {
    const source = busy[1 + random.below(busy.length - 1)]
    if (source !== undefined) put(site, 'link', contentRef(source), contentRef(hub))
  }
}
