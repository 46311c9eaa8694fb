import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFontSource, fontFolders } from '../../../../../electron/services/fonts'

const free = join(import.meta.dirname, '../../../../../node_modules/pdfjs-dist/standard_fonts')
const letters = (text: string) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0)

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'fonts-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

describe('the fonts of a machine', () => {
  it('are found by the letters that they have, plain or bold, also in folders within', async () => {
    const dir = folder()
    mkdirSync(join(dir, 'within'))
    for (const name of ['LiberationSans-Regular.ttf', 'LiberationSans-Bold.ttf'])
      copyFileSync(join(free, name), join(dir, 'within', name))
    const { find } = await createFontSource([dir])
    expect((await find(letters('Привет'), false))?.key).toMatch(/LiberationSans$/)
    expect((await find(letters('Привет'), true))?.key).toMatch(/LiberationSans-Bold$/)
    expect(await find(letters('東京'), false)).toBeNull()
  })

  it('are none where a folder is not there, and a damaged file costs only itself', async () => {
    const dir = folder()
    writeFileSync(join(dir, 'Noto Sans.ttf'), 'no font at all')
    copyFileSync(join(free, 'LiberationSans-Regular.ttf'), join(dir, 'Other.ttf'))
    const { find } = await createFontSource([join(dir, 'gone'), dir])
    expect((await find(letters('Ω'), false))?.key).toContain('Other.ttf')
    expect(await (await createFontSource([join(dir, 'gone')])).find(letters('Ω'), false)).toBeNull()
  })

  it.each([
    ['linux', { XDG_DATA_HOME: '/x' }, '/x/fonts'],
    ['darwin', {}, '/System/Library/Fonts'],
    ['win32', { WINDIR: 'D:\\Win' }, 'D:\\Win'],
  ] as const)('are looked for where %s keeps them', (platform, env, expected) => {
    expect(fontFolders({ platform, env, home: '/home/me' }).join('\n')).toContain(expected)
  })
})
