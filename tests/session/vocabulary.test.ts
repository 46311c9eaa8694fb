import { describe, expect, it, onTestFinished } from 'vitest'
import type { QueryRecord } from '@shared/crawl'
import { probeResults, probeWords } from '../../src/features/crawl/probe-words'
import { live, openSession, type Session } from '../../src/session'
import { createHeard } from './heard'
import { crawlFrom, newFolder, startSession, startSite } from './start-session'

const run = (work: () => void): void => work()

describe('relation names', () => {
  it('are probed at a node: found, none and not supported', async () => {
    const { session } = await startSession(await startSite())
    const node = await crawlFrom(session, 'Architecture overview', { depth: 1 })
    const names = ['link', 'depends-on', 'no-such-name', 'favourite']
    const records: QueryRecord[] = []
    await session.crawl.probe({
      ...{ node, names, types: ['content'] },
      onRecords: (more) => records.push(...more),
      signal: new AbortController().signal,
    })
    expect(records).toHaveLength(8)
    const words = new Map(probeResults(names, records).map((one) => [one.name, probeWords(one)]))
    expect(words.get('link')).toMatch(/^found \d+$/)
    expect(words.get('depends-on')).toMatch(/^found \d+$/)
    expect(words.get('no-such-name')).toBe('none')
    expect(words.get('favourite')).toBe('not supported')
  })

  it('that another window words for another workspace of the site are here when one comes back', async () => {
    const { session } = await startSession(await startSite())
    const { client, profile } = session
    const { info } = await client.workspace.create({ profile: profile.id, name: 'Beside' })
    const around = {
      ...{ client, profile, notices: createHeard().voice },
      ...{ version: '1', whenFree: run },
    }
    const beside = await openSession(around, info.id)
    const life = live(beside)
    onTestFinished(() => life.end())
    const wordIn = (one: Session, name: string) =>
      one.vocabulary.store.getState().words.find((word) => word.name === name)
    session.vocabulary.learn(['fed-by', 'only-here'])
    await session.vocabulary.flush()
    await life.comeBack()
    await expect.poll(() => wordIn(beside, 'fed-by')).toEqual({ name: 'fed-by' })

    // Both change it: each keeps its own, and what the other did comes in beside it.
    session.vocabulary.put({ name: 'fed-by', forward: 'is fed by' })
    session.vocabulary.forget('only-here')
    await session.vocabulary.flush()
    beside.vocabulary.learn(['from-beside'])
    await life.comeBack()
    expect(wordIn(beside, 'fed-by')).toEqual({ name: 'fed-by', forward: 'is fed by' })
    expect(wordIn(beside, 'only-here')).toBeUndefined()
    expect(wordIn(beside, 'from-beside')).toEqual({ name: 'from-beside' })
    await session.vocabulary.readAgain()
    expect(wordIn(session, 'from-beside')).toEqual({ name: 'from-beside' })
  })

  it('are worded, and kept over a restart', async () => {
    const site = await startSite()
    const folder = await newFolder()
    const word = {
      ...{ name: 'depends-on', forward: 'needs', backward: 'is needed by' },
      line: 'dashed' as const,
    }
    const first = await startSession(site, { folder })
    await crawlFrom(first.session, 'Architecture overview', { relations: ['depends-on'], depth: 1 })
    const wordIn = ({ session }: typeof first) =>
      session.vocabulary.store.getState().words.find(({ name }) => name === 'depends-on')
    expect(wordIn(first)).toEqual({ name: 'depends-on' })
    first.session.vocabulary.put(word)
    await first.quit()

    const second = await startSession(site, { folder })
    await expect.poll(() => wordIn(second)).toEqual(word)
    second.session.vocabulary.forget('depends-on')
    await second.quit()
    const third = await startSession(site, { folder })
    await expect.poll(() => wordIn(third)).toBeUndefined()
  })
})
