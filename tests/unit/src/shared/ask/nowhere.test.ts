import { describe, expect, it } from 'vitest'
import type { Unresolved } from '@shared/graph'
import { answerTo, idOf, listedIn, whyIn, wikiOf } from './small-wiki'

const open = (state: Unresolved['state'], names: string, words?: string): Unresolved => ({
  ...{ source: idOf(1), relation: 'link', names, state },
  ...(words !== undefined && { words }),
})

describe('where do links go nowhere?', () => {
  const graph = wikiOf(
    [
      [1, 'link', 2],
      [1, 'includes', 3],
      [2, 'link', 3],
    ],
    { 2: { status: 'archived' }, 3: { status: 'trashed' } },
  )

  it('tells what names nothing, what names several, and apart from them what nobody looked for', () => {
    const answer = answerTo(graph, { kind: 'nowhere' }, [
      open('not-seen', 'DOC:Old: notes', 'the notes'),
      open('not-seen', 'content:99'),
      open('ambiguous', 'DOC:Twin'),
      open('not-checked', 'OPS:Far'),
    ])
    expect(whyIn(answer, 'not-seen')).toEqual([
      'links to the content with the id 99',
      'links to “Old: notes” in DOC, written as “the notes”',
    ])
    expect(whyIn(answer, 'not-checked')).toEqual(['links to “Far” in OPS'])
    // Three that name nothing or several, two that lead to what is archived or gone.
    expect(answer.found).toBe(5)
    expect(JSON.stringify(answer)).not.toMatch(/broken/i)
  })

  it('lists what leads from current pages to archived ones and into the trash', () => {
    const answer = answerTo(graph, { kind: 'nowhere' })
    expect(listedIn(answer)).toEqual({ archived: [idOf(1)], trashed: [idOf(1)] })
    expect(whyIn(answer, 'trashed')).toEqual(['includes “Page 3”'])
  })

  it('keeps 120 letters of the words of a link', () => {
    const long = '🧭'.repeat(200)
    const [why = ''] = whyIn(
      answerTo(graph, { kind: 'nowhere' }, [open('not-seen', 'A:B', long)]),
      'not-seen',
    )
    expect(why).toContain(`“${'🧭'.repeat(119)}…”`)
  })

  it('says that it is not known where nothing was kept of what pages name', () => {
    const answer = answerTo(graph, { kind: 'nowhere' }, null)
    expect([answer.isAnswered, answer.notes[0]?.next]).toEqual([
      false,
      'Map the spaces again, or open the file that the map wrote.',
    ])
  })
})
