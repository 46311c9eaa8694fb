import cytoscape from 'cytoscape'
import { expect, test } from 'vitest'
import { isVisible, visibleNodes } from '../../../../../../src/features/canvas/cytoscape/visible'

/** Without a page no frame comes that would apply styles: whoever asks has to be told right. */
const drawn = () =>
  cytoscape({
    headless: true,
    styleEnabled: true,
    elements: ['a', 'b', 'c']
      .map((id): cytoscape.ElementDefinition => ({ data: { id } }))
      .concat({ data: { id: 'a-b', source: 'a', target: 'b' } }),
    style: [{ selector: '.hidden', style: { display: 'none' } }],
  })

const namesOf = (cy: cytoscape.Core) => visibleNodes(cy).map((node) => node.id())

test('What is hidden is not visible from the very moment on', () => {
  const cy = drawn()
  expect(namesOf(cy)).toEqual(['a', 'b', 'c'])
  cy.batch(() => void cy.getElementById('b').addClass('hidden'))
  expect(namesOf(cy)).toEqual(['a', 'c'])
  cy.batch(() => void cy.getElementById('b').removeClass('hidden'))
  expect(namesOf(cy)).toEqual(['a', 'b', 'c'])
})

test('A line goes and comes with its ends', () => {
  const cy = drawn()
  const line = cy.edges()[0]
  if (line === undefined) throw new Error('There is no line.')
  const end = cy.getElementById('b')
  expect([isVisible(end), isVisible(line)]).toEqual([true, true])
  cy.batch(() => void end.addClass('hidden'))
  expect([isVisible(end), isVisible(line)]).toEqual([false, false])
  cy.batch(() => void end.removeClass('hidden'))
  expect([isVisible(end), isVisible(line)]).toEqual([true, true])
})
