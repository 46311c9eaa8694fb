import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSentences, readStorage } from '../../../../../electron/services/markup'

const home = { site: 'https://example.atlassian.net', formerHosts: [] }
const link = (title: string, words = title) =>
  `<ac:link><ri:page ri:content-title="${title}" /><ac:link-body>${words}</ac:link-body></ac:link>`
const sentencesOf = async (body: string) =>
  (await readSentences(body, home)).map(({ sentence }) => sentence)

describe('the sentence around a link', () => {
  it('is the one in which it stands, and no more of its paragraph', async () => {
    const body = `<p>First of all. See ${link('Tides', 'the tides')} before you sail. Then go.</p>`
    expect(await sentencesOf(body)).toEqual(['See the tides before you sail.'])
  })

  it('does not go on from one paragraph, cell or item into the next', async () => {
    const body = `<p>Before</p><ul><li>Ask ${link('A')}</li><li>or ${link('B')}</li></ul><table><tbody><tr><td>now ${link('C')}</td><td>then</td></tr></tbody></table>after`
    expect(await sentencesOf(body)).toEqual(['Ask A', 'or B', 'now C'])
  })

  it('goes on behind a list within its item', async () => {
    const body = `<li>Outer <ul><li>inner ${link('A')}</li></ul> and ${link('B')}.</li>`
    expect(await sentencesOf(body)).toEqual(['inner A', 'Outer and B.'])
  })

  it('holds the title of a card, which shows nothing else', async () => {
    const card =
      '<ac:link ac:card-appearance="inline"><ri:page ri:content-title="Tides" /></ac:link>'
    expect(await sentencesOf(`<p>Read ${card} today.</p>`)).toEqual(['Read Tides today.'])
  })

  it('holds no parameter of a macro', async () => {
    const macro =
      '<ac:structured-macro ac:name="info"><ac:parameter ac:name="title">Aside</ac:parameter><ac:rich-text-body><p>Mind A</p></ac:rich-text-body></ac:structured-macro>'
    expect(await sentencesOf(`<p>One. ${macro}${link('A')} two.</p>`)).toEqual(['A two.'])
  })

  it('is cut around the link where it never ends, by whole letters', async () => {
    const long = '🌊 and '.repeat(200)
    const [sentence = ''] = await sentencesOf(`<p>${long}${link('Tides')} ${long}</p>`)
    expect(sentence).toContain('Tides')
    expect(sentence.startsWith('…') && sentence.endsWith('…')).toBe(true)
    expect(Array.from(sentence).length).toBeLessThanOrEqual(302)
    expect(sentence.isWellFormed()).toBe(true)
  })

  it('ends where a language of other marks ends it', async () => {
    const body = `<p>潮の話です。詳しくは${link('潮汐')}を見てください。以上です。</p>`
    expect(await sentencesOf(body)).toEqual(['詳しくは潮汐を見てください。'])
  })

  it('is there for what torn markup names, too', async () => {
    expect(await sentencesOf(`<p>See ${link('A')} now. <b>`)).toEqual(['See A now.'])
  })

  it('tells each thing that is named once, as the reader of marks does, whatever is written', async () => {
    const pieces = fc.constantFrom(
      ...['<p>', '</p>', '<li>', '</li>', 'Text. ', link('A'), '<br/>', '&nbsp;', '<![CDATA[x]]>'],
      ...['<ri:user ri:account-id="1" />', '<ac:parameter ac:name="">', '</ac:parameter>'],
      '<a href="https://example.atlassian.net/wiki/spaces/K/pages/9">n</a>',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
        const body = parts.join('')
        const marks = (await readStorage(body, home)).marks
        const told = (await readSentences(body, home)).map(({ mark }) => mark)
        const inOrder = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort()
        expect(inOrder(told)).toEqual(inOrder(marks))
      }),
    )
  })
})
