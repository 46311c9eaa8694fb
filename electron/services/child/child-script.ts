import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where a script is that is started by path: beside its room's files, else where the build puts it. */
export function childScript(room: string, name: string): string {
  const places = [`${name}.mjs`, `${name}.js`, `../${name}.js`]
  const found = places.map((place) => join(room, place)).find((path) => existsSync(path))
  if (found === undefined) throw new Error(`The script ${name} is not there.`)
  return found
}
