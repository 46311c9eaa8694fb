import { createKinship, type Kinship } from './kinship'
import { contentRef, join, type Making, put, spaceRef, userRef } from './making'
import type { DemoContent } from './model'
import { relateAsWiki } from './relate-as-wiki'
import { addSpecialCases } from './special-cases'
import { written } from './titles'

/** The names that people at Tern & Tide use, most telling first. */
export const customNames = [
  'depends-on',
  'supersedes',
  'explains',
  'owned-by',
  'reviewed-by',
  'part-of',
] as const

/** Every tenth page is related to nothing: real sites have such pages too. */
const isOrphan = (at: number): boolean => at % 10 === 9

/** Gives the site its relations: page links, six names of its own, and favourites. */
export function relate(making: Making): void {
  const busy = making.pages.slice(0, written).filter((_, at) => !isOrphan(at))
  const kinship = createKinship(making.random, busy)
  linkPages(making, busy, kinship)
  relatePages(making, busy, kinship)
  relatePeople(making, busy)
  relateOthers(making, kinship)
  addSpecialCases(making, busy)
  relateAsWiki(making, making.pages.slice(written))
}

/** What is akin may be the page itself, which nobody relates by chance. */
function joinOther(making: Making, name: string, source: DemoContent, target: DemoContent): void {
  if (source !== target) join(making, name, source, target)
}

/** A few pages get most of the links, and most links lead to what is akin. */
function linkPages(making: Making, busy: readonly DemoContent[], kinship: Kinship): void {
  for (const source of busy) {
    const links = making.random.below(4)
    for (let count = 0; count < links; count += 1)
      joinOther(making, 'link', source, kinship(source))
  }
}

function relatePages(making: Making, busy: readonly DemoContent[], kinship: Kinship): void {
  const { random } = making
  for (const page of busy) {
    if (random.chance(0.35)) joinOther(making, 'depends-on', page, kinship(page))
    if (random.chance(0.2)) joinOther(making, 'explains', page, kinship(page))
    if (random.chance(0.1)) replace(making, page, kinship(page))
  }
}

/** What replaces something is the younger of the two. */
function replace(making: Making, one: DemoContent, other: DemoContent): void {
  const [older, younger] = one.createdAt < other.createdAt ? [one, other] : [other, one]
  joinOther(making, 'supersedes', younger, older)
}

/** `part-of` goes between several types of ends: one name, and finds of their own for each. */
function relatePeople(making: Making, busy: readonly DemoContent[]): void {
  const { random, users, spaces, me } = making
  for (const page of busy) {
    const after = page.createdAt
    const from = contentRef(page)
    if (random.chance(0.45)) put(making, 'owned-by', from, userRef(random.pick(users)), after)
    if (random.chance(0.2)) put(making, 'reviewed-by', from, userRef(random.pick(users)), after)
    if (random.chance(0.25)) {
      put(making, 'part-of', from, { type: 'space', key: page.spaceKey }, after)
    }
  }
  for (const user of users) put(making, 'part-of', userRef(user), spaceRef(random.pick(spaces)))
  const [first, ...rest] = spaces
  for (const space of rest) if (first) put(making, 'part-of', spaceRef(space), spaceRef(first))
  for (const page of busy.slice(0, 6)) {
    put(making, 'favourite', userRef(me), contentRef(page), page.createdAt)
  }
  for (const space of spaces.slice(0, 2)) put(making, 'favourite', userRef(me), spaceRef(space))
}

function relateOthers(making: Making, kinship: Kinship): void {
  for (const one of making.others) {
    const near = kinship(one)
    join(making, one.kind === 'blogpost' ? 'explains' : 'part-of', one, near)
    join(making, 'link', near, one)
  }
}
