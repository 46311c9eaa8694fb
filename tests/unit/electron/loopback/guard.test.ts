import { describe, expect, it } from 'vitest'
import { isKey, isOwnHost, isOwnOrigin, keyOf } from '../../../../electron/loopback/guard'

describe('who may talk to the loopback shell', () => {
  it.each(['127.0.0.1:8123', 'localhost:8123', 'LOCALHOST:8123'])('knows itself as %s', (host) => {
    expect(isOwnHost({ host }, 8123)).toBe(true)
  })

  it.each([
    'evil.example',
    'evil.example:8123',
    '127.0.0.1',
    '127.0.0.1:81234',
    '127.0.0.1:8123.evil.example',
    'localhost.evil.example:8123',
    '',
  ])('does not answer to “%s”', (host) => {
    expect(isOwnHost({ host }, 8123)).toBe(false)
  })

  it('does not answer to no name at all', () => {
    expect(isOwnHost({}, 8123)).toBe(false)
  })

  it.each(['http://127.0.0.1:8123', 'http://localhost:8123'])('takes its page at %s', (origin) => {
    expect(isOwnOrigin({ origin }, 8123)).toBe(true)
  })

  it.each([
    'null',
    'http://evil.example',
    'https://127.0.0.1:8123',
    'http://127.0.0.1:8124',
    'http://127.0.0.1:8123.evil.example',
    'file://',
  ])('takes no page from %s', (origin) => {
    expect(isOwnOrigin({ origin }, 8123)).toBe(false)
  })

  it('takes no caller that says no origin', () => {
    expect(isOwnOrigin({}, 8123)).toBe(false)
  })

  it('takes the key, the whole key and nothing but the key', () => {
    expect(isKey('secret', 'secret')).toBe(true)
    for (const wrong of [undefined, '', 'secre', 'secrets', 'Secret', 'sécret']) {
      expect(isKey(wrong, 'secret')).toBe(false)
    }
  })

  it('reads the key after the name of the protocol', () => {
    const offer = (text: string) => keyOf({ 'sec-websocket-protocol': text })
    expect(offer('relation-explorer, abc')).toBe('abc')
    expect(offer('relation-explorer,abc')).toBe('abc')
    expect(offer('relation-explorer')).toBeUndefined()
    expect(offer('abc, relation-explorer')).toBeUndefined()
    expect(keyOf({})).toBeUndefined()
  })
})
