import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Marks the place of the fuses in Electron's binary. */
export const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** As Electron is delivered: version 1, nine fuses. */
const fuses = Buffer.concat([Buffer.from([1, 9]), Buffer.from('101100101', 'latin1')])

/** Files where Electron's are looked for, with a place for its fuses: all that packing needs of it. */
export async function electronStandIn(folder: string): Promise<string> {
  await mkdir(join(folder, 'resources'), { recursive: true })
  await mkdir(join(folder, 'locales'))
  const binary = join(folder, 'electron')
  await writeFile(
    binary,
    Buffer.concat([Buffer.from(`no program\n${fuseMark}`), fuses, Buffer.alloc(64)]),
  )
  await chmod(binary, 0o755)
  await writeFile(join(folder, 'LICENSE'), 'The licence of Electron.')
  await writeFile(join(folder, 'LICENSES.chromium.html'), 'The licences of Chromium.')
  return folder
}
