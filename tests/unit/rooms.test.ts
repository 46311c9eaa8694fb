import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const rules = readFileSync('.dependency-cruiser.cjs', 'utf8')
const contributing = readFileSync('CONTRIBUTING.md', 'utf8')

/** The rooms that a list of the rule names, in its order. */
function listed(name: string): string[] {
  const list = new RegExp(`const ${name} = \\[([^\\]]*)\\]`).exec(rules)?.[1] ?? ''
  return [...list.matchAll(/'([^']+)'/g)].map(([, room = '']) => room)
}

const roomsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

describe('the rule between rooms', () => {
  it.each([
    ['shared', 'src/shared'],
    ['services', 'electron/services'],
    ['features', 'src/features'],
  ])('names every room of %s', (list, folder) => {
    expect(listed(list).sort()).toEqual(roomsIn(folder).sort())
  })

  it('gives each room within a room of the page a door', () => {
    const inner = roomsIn('src/features').flatMap((room) =>
      roomsIn(`src/features/${room}`).map((within) => `src/features/${room}/${within}`),
    )
    expect(listed('innerDoors').sort()).toEqual(inner.sort())
    expect(inner.filter((room) => !existsSync(`${room}/index.ts`))).toEqual([])
  })

  it('is told in CONTRIBUTING.md in its own order', () => {
    const [, flow = ''] = /Imports follow the flow, never back: `([^`]+)`/.exec(contributing) ?? []
    expect(flow.split('->').map((room) => room.trim())).toEqual(listed('features'))
  })
})
