import { describe, expect, it } from 'vitest'
import { help, readOptions } from '../../../../electron/loopback/options'

describe('the command line of the loopback shell', () => {
  it('takes a free port and opens the browser unless told otherwise', () => {
    expect(readOptions([])).toEqual({
      ...{ tell: null, port: 0, open: true, dataDir: undefined, files: [] },
    })
  })

  it('takes a port, a folder, and no browser', () => {
    expect(readOptions(['--port', '8123', '--no-open', '--data-dir', '/tmp/x'])).toEqual({
      tell: null,
      port: 8123,
      open: false,
      dataDir: '/tmp/x',
      files: [],
    })
  })

  it('takes workspaces to open, and nothing else', () => {
    expect(readOptions(['--no-open', 'a.relx', '../b c.RELX']).files).toEqual([
      'a.relx',
      '../b c.RELX',
    ])
    expect(() => readOptions(['a.relx', 'graph.json'])).toThrow('“graph.json” is no workspace')
  })

  it.each(['x', '-1', '70000', '1.5', '8123x'])('says that %s is no port', (port) => {
    expect(() => readOptions([`--port=${port}`])).toThrow(`not “${port}”`)
  })

  it.each([
    ['--help', 'help'],
    ['-h', 'help'],
    ['--version', 'version'],
  ])('only tells at %s', (word, tell) => {
    expect(readOptions([word]).tell).toBe(tell)
  })

  it('names each of its options in the help', () => {
    for (const word of ['--port', '--no-open', '--data-dir', '--version', '--help']) {
      expect(help).toContain(word)
    }
  })

  it('refuses what it does not know', () => {
    expect(() => readOptions(['--host', '0.0.0.0'])).toThrow('--host')
  })
})
