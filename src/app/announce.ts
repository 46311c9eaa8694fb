import { isEqual } from 'es-toolkit'
import { counted, quoted } from '@shared/text'
import { endWords, knowledgeOf } from '../features/crawl'
import { mapEndWords } from '../features/map'
import { drawnWords } from '../features/picture'
import { comparedWords, markWords } from '../features/workspace'
import type { View } from '../features/view'
import { crawlWords, matchWords, selectedWords, type Session } from '../session'

/** Ms in which several changes are one: a walk, a box of nodes, a filter that is typed. */
const calm = { place: 120, filter: 700 }
/** Ms between two sentences about a crawl that runs. */
const crawlPause = 10_000

/**
 * Tells the one voice what happened, for who does not see it. What a notice says, or what the
 * keyboard is on, is heard by that alone.
 */
export function announce(session: Session): () => void {
  const stops = [
    tellPlace(session),
    tellView(session),
    tellCrawl(session),
    tellMap(session),
    tellActs(session),
    tellComparison(session),
    session.draft.store.subscribe(({ on }, old) => {
      if (on === old.on) return
      session.notices.tell(
        on ? 'Draft mode: changes are collected and not sent.' : 'Draft mode is left.',
      )
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

/** Does something when changes have come to rest. */
function whenCalm(wait: number, run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    poke: () => {
      clearTimeout(timer)
      timer = setTimeout(run, wait)
    },
    end: () => clearTimeout(timer),
  }
}

const isOn = (selector: string): boolean =>
  document.activeElement !== null && document.activeElement.closest(selector) !== null

/** Where the keyboard walks in the picture, and what is selected from elsewhere. */
function tellPlace({ graph, view, crawl, picture, notices }: Session): () => void {
  let told = view.store.getState()
  const rest = whenCalm(calm.place, () => {
    const before = told
    const { focus, selection } = (told = view.store.getState())
    // A row of the outline says by itself what it is and whether it is selected.
    if (isOn('[data-row]')) return
    const model = graph.store.getState().graph
    const stateOf = (entity: Parameters<typeof knowledgeOf>[0]) =>
      knowledgeOf(entity, crawl.store.getState().states)
    const entity = focus === null ? undefined : model.nodes.get(focus)
    const isChosen = selection.nodes.length + selection.edges.length > 0
    const isSelected = selection !== before.selection && (isChosen || !isOn('.canvas-frame'))
    if (isSelected) notices.tell(selectedWords(model, selection, stateOf))
    // The keyboard has gone on at once from what was selected, which has told of itself only.
    const wentOn = selection.nodes.length > 0 && focus !== null && !selection.nodes.includes(focus)
    const isMoved = focus !== before.focus || (selection !== before.selection && !isChosen)
    // Where the keyboard is now, also where nothing is selected any more.
    const isPlace = isSelected ? wentOn : isMoved
    if (isPlace && entity !== undefined && isOn('.canvas-frame')) {
      notices.tell(drawnWords(model, entity.id, picture.store.getState()))
    }
  })
  const stop = view.store.subscribe((now, old) => {
    if (now.focus !== old.focus || isOther(now.selection, old.selection)) rest.poke()
  })
  return () => {
    stop()
    rest.end()
  }
}

type State = ReturnType<View['store']['getState']>

const isOther = (now: State['selection'], old: State['selection']): boolean =>
  now !== old && [now, old].some(({ nodes, edges }) => nodes.length + edges.length > 0)

/** What is let through, and how far round is drawn. */
function tellView({ graph, view, picture, notices }: Session): () => void {
  let told = filteringOf(view.store.getState())
  const filter = whenCalm(calm.filter, () => {
    // Another page hands over all of its view, also where nothing of it differs.
    const filtering = filteringOf(view.store.getState())
    if (isEqual(filtering, told)) return
    told = filtering
    notices.tell(matchWords(picture.store.getState().match, graph.store.getState().graph))
  })
  const stop = view.store.subscribe((now, old) => {
    const isFiltered =
      now.filter !== old.filter ||
      now.hiddenRelations !== old.hiddenRelations ||
      now.onlyState !== old.onlyState
    if (isFiltered) filter.poke()
    if (now.near !== old.near) notices.tell(nearWords(now.near, graph.titleOf))
    if (now.path !== null && now.path !== old.path && now.path.to === null) {
      notices.tell(
        `Path from ${quoted(graph.titleOf(now.path.from))}. Go to where it ends and press Shift+P.`,
      )
    }
  })
  return () => {
    stop()
    filter.end()
  }
}

const filteringOf = ({ filter, hiddenRelations, onlyState }: State) => ({
  filter,
  hiddenRelations,
  onlyState,
})

function nearWords(near: State['near'], titleOf: Session['graph']['titleOf']): string {
  if (near === null) return 'The whole graph is drawn.'
  const [first] = near.centres
  const what =
    near.centres.length === 1 && first !== undefined
      ? quoted(titleOf(first))
      : `${near.centres.length} nodes`
  return `Only ${counted(near.steps, 'step')} from ${what} is drawn.`
}

/** That it began, how far it is now and then, and how it ended. */
function tellCrawl({ crawl, notices }: Session): () => void {
  let last = 0
  return crawl.store.subscribe(({ run }, { run: old }) => {
    if (run === old) return
    const now = performance.now()
    if (run.kind === 'active' && old.kind !== 'active') {
      last = now
      notices.tell('The crawl has started.')
    } else if (run.kind === 'active' && now - last >= crawlPause) {
      last = now
      notices.tell(crawlWords(run.progress))
    } else if (run.kind === 'ended') notices.tell(`The crawl has ended. ${endWords(run.summary)}`)
  })
}

/** The same of a map. */
function tellMap({ map, notices }: Session): () => void {
  let last = 0
  return map.store.subscribe(({ run }, { run: old }) => {
    if (run === old) return
    const now = performance.now()
    if (run.kind === 'active' && old.kind !== 'active') {
      last = now
      notices.tell('The map has started.')
    } else if (run.kind === 'active' && now - last >= crawlPause) {
      last = now
      notices.tell(`Mapping: ${counted(run.progress.pages, 'page')} read.`)
    } else if (run.kind === 'ended') notices.tell(`The map has ended. ${mapEndWords(run.summary)}`)
  })
}

/** What a comparison has shown, and what of it is marked on the graph. */
function tellComparison({ comparison, view, notices }: Session): () => void {
  const stops = [
    comparison.store.subscribe(({ compared }, old) => {
      if (compared !== null && compared !== old.compared) notices.tell(comparedWords(compared))
    }),
    view.store.subscribe(({ compared }, old) => {
      if (compared === old.compared) return
      const words =
        compared === null
          ? 'No differences are marked any more.'
          : `Marked: ${markWords(compared)}.`
      notices.tell(words)
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

const seenActs = new Set<string>(['hide', 'show', 'pin', 'arrange', 'fold', 'group'])

/** Acts on the picture that no notice speaks of. */
function tellActs({ edits, notices }: Session): () => void {
  return edits.store.subscribe(({ entries }, { entries: old }) => {
    if (entries.length <= old.length) return
    const last = entries.at(-1)
    if (last?.of === null && seenActs.has(last.kind)) notices.tell(last.title)
  })
}
