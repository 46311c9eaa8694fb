import { Levels } from '@shared/edit'
import { Colouring, Sizing } from '@shared/workspace'
import { layoutNames, type LayoutName, layoutWords } from '../features/layout'
import { colouringWords, groupings, groupingWords, levelWords, sizingWords } from '../features/view'
import { type ActValue, actsFor, actsOf, isDrawn } from './act'

const layout = (name: LayoutName): ActValue => ({
  title: `Layout: ${layoutWords[name]}`,
  group: 'graph',
  under: 'Layout',
  says: ({ view }) =>
    `Layout: ${layoutWords[name]}${view.store.getState().layout === name ? ' (again)' : ''}`,
  run: ({ canvas }) => void canvas.arrange(name),
})

function grouping(word: string): ActValue {
  const by = groupings.find((one) => groupingWords(one) === word) ?? null
  return {
    title: `Group by ${word}`,
    group: 'graph',
    under: 'Group by',
    says: ({ view }) => `Group by ${word}${view.store.getState().groupBy === by ? ' (now)' : ''}`,
    run: ({ view }) => view.groupBy(by),
  }
}

const level = (levels: Levels): ActValue => ({
  title: `Draw ${levelWords[levels]}`,
  group: 'graph',
  under: 'Draw',
  says: ({ view }) =>
    `Draw ${levelWords[levels]}${view.store.getState().levels === levels ? ' (now)' : ''}`,
  run: ({ view }) => view.setLevels(levels),
})

const colouring = (by: Colouring): ActValue => ({
  title: `Colour by ${colouringWords[by]}`,
  group: 'graph',
  under: 'Colour by',
  says: ({ view }) =>
    `Colour by ${colouringWords[by]}${view.store.getState().colourBy === by ? ' (now)' : ''}`,
  run: ({ view }) => view.colourBy(by),
})

const sizing = (by: Sizing): ActValue => ({
  title: `Size by ${sizingWords[by]}`,
  group: 'graph',
  under: 'Size by',
  says: ({ view }) =>
    `Size by ${sizingWords[by]}${view.store.getState().sizeBy === by ? ' (now)' : ''}`,
  run: ({ view }) => view.sizeBy(by),
})

/** What is zoomed by with one press. */
const zoomStep = 1.25

/** Acts on the graph as a whole. */
export const graphActs = actsOf({
  fit: {
    title: 'Fit the graph',
    group: 'graph',
    keys: ['F'],
    where: 'nodes',
    when: isDrawn,
    run: ({ canvas }) => canvas.fit(),
  },
  'zoom-in': {
    title: 'Zoom in',
    group: 'graph',
    keys: ['+', '='],
    where: 'nodes',
    when: isDrawn,
    run: ({ canvas }) => canvas.zoomBy(zoomStep),
  },
  'zoom-out': {
    title: 'Zoom out',
    group: 'graph',
    keys: ['-'],
    where: 'nodes',
    when: isDrawn,
    run: ({ canvas }) => canvas.zoomBy(1 / zoomStep),
  },
  'select-all': {
    title: 'Select all',
    group: 'graph',
    keys: ['Ctrl+A'],
    where: 'nodes',
    when: isDrawn,
    run: ({ picture }) => picture.select({ nodes: picture.drawnNodes() }),
  },
  'show-all': {
    title: 'Show all that is hidden',
    group: 'graph',
    when: ({ view }) => {
      const { hiddenNodes, hiddenRelations } = view.store.getState()
      return hiddenNodes.size + hiddenRelations.size > 0
    },
    run: ({ view }) => view.showAll(),
  },
  'whole-graph': {
    title: 'Focus: the whole graph',
    group: 'graph',
    keys: ['0'],
    where: 'nodes',
    when: ({ view }) => view.store.getState().near !== null,
    run: ({ view }) => view.setNear(null),
  },
  tidy: {
    title: 'Tidy',
    group: 'graph',
    keys: ['T'],
    where: 'nodes',
    line: true,
    when: isDrawn,
    run: ({ canvas }) => void canvas.tidy(),
  },
  ...actsFor('layout', layoutNames, layout),
  'group-next': {
    title: 'Group by space, by section, by community, by nothing',
    group: 'graph',
    keys: ['G'],
    where: 'nodes',
    under: 'Group by',
    when: isDrawn,
    run: ({ view }) => view.groupByNext(),
  },
  ...actsFor('group-by', groupings.map(groupingWords), grouping),
  ...actsFor('draw', Levels.options, level),
  ...actsFor('colour-by', Colouring.options, colouring),
  ...actsFor('size-by', Sizing.options, sizing),
  'fold-many': {
    title: 'Fold large groups',
    group: 'graph',
    when: (context) => isDrawn(context) && !context.view.store.getState().folding.auto,
    run: ({ view }) => view.setFolding(true),
  },
  'unfold-all': {
    title: 'Unfold all',
    group: 'graph',
    when: (context) =>
      context.view.store.getState().folding.auto ||
      context.picture.store.getState().folds.length > 0,
    run: ({ view }) => view.setFolding(false),
  },
  'clear-filter': {
    title: 'Clear the filter',
    group: 'view',
    when: ({ picture }) => picture.store.getState().match !== null,
    run: ({ view }) => view.clearFilter(),
  },
})
