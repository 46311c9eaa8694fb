import { describe, expect, it } from 'vitest'
import { findWarning } from '@shared/crawl'

describe('the warning before a relation is followed', () => {
  it.each(['favourite', 'Favourite', ' favorite ', 'like'])(
    'says that %j cannot be listed',
    (name) => {
      expect(findWarning(name)).toContain('cannot be followed')
    },
  )

  it('says that link is read-only and undocumented', () => {
    expect(findWarning('link')).toMatch(/read-only.*not document/)
  })

  it.each(['depends-on', '', 'links', 'constructor', '__proto__'])('is silent about %j', (name) => {
    expect(findWarning(name)).toBeNull()
  })
})
