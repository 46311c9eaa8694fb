import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refOf } from '@shared/graph'
import { createDemoSite, type DemoContent, type DemoSite } from '../../../../../electron/demo-site'
import { freshMap, mappedStore, refreshed } from '../../cli/mapped-file'

type Act =
  | {
      readonly kind: 'edit' | 'rename' | 'move' | 'away' | 'archive' | 'trash' | 'hide'
      at: number
      to: number
    }
  | { readonly kind: 'add'; at: number; to: number }

const kinds = ['edit', 'rename', 'add', 'move', 'away', 'archive', 'trash', 'hide'] as const
const act = (some: readonly Act['kind'][]) =>
  fc.record({ kind: fc.constantFrom(...some), at: fc.nat(500), to: fc.nat(500) })

/** The pages of the mapped spaces that can be seen, so that something is found. */
const pagesOf = (site: DemoSite) =>
  [...site.world.content.values()].filter(
    (one) =>
      one.kind === 'page' && one.status === 'current' && !one.restricted && one.spaceKey !== 'PROD',
  )

function done(site: DemoSite, { kind, at, to }: Act): void {
  const pages = pagesOf(site)
  const [page, other] = [pages[at % pages.length], pages[to % pages.length]]
  if (page === undefined || other === undefined) return
  const { change } = site
  // Nobody puts a page below itself; a name that was used before is a case of its own.
  const title = `Renamed ${to % 7}`
  const isFree = pages.every((one) => one.title !== title)
  switch (kind) {
    case 'edit':
      return change.edit(
        page.id,
        to % 2 === 0 ? { link: other.id } : { unlink: firstLink(site, page.id) },
      )
    case 'rename':
      return isFree ? change.rename(page.id, title) : undefined
    case 'add':
      // It may have the very name that a page has linked to in vain.
      return void change.add({ title: `Old notes on ${page.title}`, spaceKey: page.spaceKey })
    default:
      return moved(site, kind, page, other)
  }
}

function moved(
  { change }: DemoSite,
  kind: Act['kind'],
  page: DemoContent,
  other: DemoContent,
): void {
  switch (kind) {
    case 'move':
      return change.move(
        page.id,
        other.spaceKey === page.spaceKey && other.parentId !== page.id && other.id !== page.id
          ? other.id
          : null,
      )
    case 'away':
      return change.moveToSpace(page.id, 'PROD')
    case 'archive':
      return change.archive(page.id)
    case 'trash':
      return change.trash(page.id)
    default:
      return change.restrict(page.id, true)
  }
}

const firstLink = ({ world }: DemoSite, key: string): string =>
  world.relations.targets('link', { type: 'content', key }, 'content')[0]?.target.key ?? key

const names = (
  open: readonly { source: string; relation: string; names: string; state: string }[],
) =>
  open
    .map(({ source, relation, names: to, state }) => [source, relation, to, state].join(' '))
    .toSorted()

const spaces = ['ENG', 'OPS']

async function story(some: readonly Act[], mode: 'quick' | 'reconcile') {
  const site = await createDemoSite({ pages: 120 })
  const { store, close } = await mappedStore(site, spaces)
  const was = new Map(store.read().batch.entities.map(({ id, title }) => [id, title]))
  try {
    for (const one of some) done(site, one)
    const [now, fresh] = [await refreshed(store, site, mode), await freshMap(site, spaces)]
    expect(now.edges).toEqual(fresh.edges)
    expect(names(now.unresolved)).toEqual(names(fresh.summary.unresolved))
    for (const [id, { title, space }] of fresh.graph.nodes) {
      // What is named beyond the mapped spaces is looked at again by a reconcile alone.
      if (mode === 'quick' && !spaces.includes(space?.key ?? '')) continue
      // One that nobody sees any more keeps the title by which it was known.
      const known = title === refOf(id).key ? (was.get(id) ?? title) : title
      expect([id, now.titles.get(id)]).toEqual([id, known])
    }
    expect(now.summary.pages).toBe(fresh.summary.pages)
    // Nothing is left to be found, and to find that takes the lists alone.
    const again = await refreshed(store, site, 'quick')
    expect([again.summary.refreshed?.changed, again.summary.calls]).toEqual([[], 2])
    expect(again.edges).toEqual(fresh.edges)
  } finally {
    close()
    await site.close()
  }
}

describe('a refresh', () => {
  it('that reconciles ends with what a map of that moment has, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act(kinds), { maxLength: 12 }), (some) => story(some, 'reconcile')),
      { numRuns: 6 },
    )
  }, 60_000)

  it('ends with what a map of that moment has where pages were written, renamed and added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act(['edit', 'rename', 'add']), { maxLength: 12 }), (some) =>
        story(some, 'quick'),
      ),
      { numRuns: 4 },
    )
  }, 60_000)
})
