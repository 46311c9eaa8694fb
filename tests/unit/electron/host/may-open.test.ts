import { describe, expect, it } from 'vitest'
import { mayOpen } from '../../../../electron/host/may-open'

const sites = ['https://example.atlassian.net']
const demo = 'http://127.0.0.1:4000'

describe('an address for the browser', () => {
  it('is opened on a known site over https and on the running demo', () => {
    expect(mayOpen('https://example.atlassian.net/wiki/x/1', sites, null)).toBe(true)
    expect(mayOpen('http://127.0.0.1:4000/wiki/spaces/KB', sites, demo)).toBe(true)
  })

  it('is refused anywhere else', () => {
    for (const address of [
      'http://example.atlassian.net/wiki',
      'https://example.atlassian.net.evil.example/',
      'https://example.atlassian.net@evil.example/',
      'https://me:pw@example.atlassian.net/',
      'https://example.atlassian.net:8443/',
      'http://127.0.0.1:4001/wiki',
      'http://localhost:4000/wiki',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://example.atlassian.net/share',
      '',
    ]) {
      expect(mayOpen(address, sites, demo)).toBe(false)
    }
    expect(mayOpen('http://127.0.0.1:4000/wiki', sites, null)).toBe(false)
  })
})
