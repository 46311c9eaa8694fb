import { agree } from '@shared/text'
import { startsWords } from '../features/crawl'
import { isReadWhole } from '../features/map'
import { titlesToCheck } from '../features/unresolved'
import { actsOf, type Context, isDrawn, mayEdit } from './act'

const progressOf = ({ crawl }: Context) => {
  const { run } = crawl.store.getState()
  return run.kind === 'active' ? run.progress : null
}

const mapOf = ({ map }: Context) => {
  const { run } = map.store.getState()
  return run.kind === 'active' ? run : null
}

/** Whether there is a map that was read to its end, and nothing is being read. */
const mayRefresh = (context: Context): boolean => {
  const { kept } = context.map.store.getState()
  return kept !== null && isReadWhole(kept) && mapOf(context) === null
}

/** Titles that are asked for in one go; the next go asks for more. */
const mostTitles = 500

/** Acts on the work: taking back, drafting, crawling, mapping. */
export const workActs = actsOf({
  undo: {
    title: 'Undo',
    group: 'work',
    keys: ['Ctrl+Z'],
    run: ({ acts }) => void acts.undo(),
  },
  redo: {
    title: 'Redo',
    group: 'work',
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    run: ({ acts }) => void acts.redo(),
  },
  'start-crawl': {
    title: 'Start a crawl',
    group: 'crawl',
    says: ({ crawl }) => `Start a crawl from ${startsWords(crawl.store.getState().starts)}`,
    when: (context) =>
      progressOf(context) === null && context.crawl.store.getState().starts.length > 0,
    run: ({ crawl }) => void crawl.crawl(),
  },
  'probe-start': {
    title: 'Probe names at the start…',
    group: 'crawl',
    when: ({ crawl }) => crawl.store.getState().starts.length > 0,
    run: ({ crawl, graph, view, desk }) => {
      const [start] = crawl.store.getState().starts
      if (start === undefined) return
      // What is found there hangs on it.
      graph.apply({ entities: [start], relations: [] })
      view.addStart(start.id)
      desk.probe(start.id)
    },
  },
  'pause-crawl': {
    title: 'Pause the crawl',
    group: 'crawl',
    when: (context) => {
      const progress = progressOf(context)
      return progress !== null && progress.state !== 'paused'
    },
    run: ({ crawl }) => crawl.pause(),
  },
  'resume-crawl': {
    title: 'Resume the crawl',
    group: 'crawl',
    when: (context) => progressOf(context)?.state === 'paused',
    run: ({ crawl }) => crawl.resume(),
  },
  'stop-crawl': {
    title: 'Stop the crawl',
    group: 'crawl',
    when: (context) => progressOf(context) !== null,
    run: ({ crawl }) => crawl.stop(),
  },
  'map-spaces': {
    title: 'Map spaces…',
    group: 'crawl',
    run: ({ desk }) => desk.show({ kind: 'map' }),
  },
  'ask-many': {
    title: 'Ask many nodes for relations…',
    group: 'crawl',
    when: (context) => isDrawn(context) && progressOf(context) === null,
    run: ({ desk }) => desk.show({ kind: 'ask-many' }),
  },
  'pause-map': {
    title: 'Pause the map',
    group: 'crawl',
    when: (context) => mapOf(context)?.paused === false,
    run: ({ map }) => map.pause(),
  },
  'resume-map': {
    title: 'Resume the map',
    group: 'crawl',
    when: (context) => mapOf(context)?.paused === true,
    run: ({ map }) => map.resume(),
  },
  'stop-map': {
    title: 'Stop the map',
    group: 'crawl',
    when: (context) => mapOf(context) !== null,
    run: ({ map }) => map.stop(),
  },
  'refresh-map': {
    title: 'Bring the map up to date',
    group: 'crawl',
    when: mayRefresh,
    run: ({ map }) => void map.refresh('quick'),
  },
  'reconcile-map': {
    title: 'Reconcile the map with the site',
    group: 'crawl',
    when: mayRefresh,
    run: ({ map }) => void map.refresh('reconcile'),
  },
  'check-titles': {
    title: 'Look for titles that lead nowhere',
    group: 'crawl',
    says: ({ unresolved }) => {
      const titles = titlesToCheck(unresolved.now())
      const asked = Math.min(titles, mostTitles)
      const which = asked < titles ? `${asked} of ${titles}` : String(titles)
      return `Look for ${which} ${agree(titles, 'title', 'titles')}, one call each`
    },
    when: (context) => mayRefresh(context) && titlesToCheck(context.unresolved.now()) > 0,
    run: ({ map }) => void map.checkTitles(mostTitles),
  },
  draft: {
    title: 'Draft mode',
    group: 'work',
    says: ({ draft }) => (draft.store.getState().on ? 'Leave draft mode' : 'Draft mode'),
    when: mayEdit,
    run: ({ draft }) => draft.setOn(!draft.store.getState().on),
  },
})
