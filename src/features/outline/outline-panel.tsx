import { X } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Entity } from '@shared/graph'
import type { Word } from '@shared/vocabulary'
import { Button, IconButton, useCalm } from '../../ui'
import type { CanvasActs } from '../canvas'
import { type CrawlModel, type CrawlState, knowledgeOf } from '../crawl'
import type { GraphModel } from '../graph'
import { useGraph } from '../graph/panels'
import { countWords, type PictureModel } from '../picture'
import type { View } from '../view'
import { nodeColumns, relationColumns } from './columns'
import type { MoreForm } from './more-form'
import { OutlineTree } from './outline-tree'
import { RecordTable } from './record-table'
import { type NodeRecord, nodeRecords, type RelationRecord, relationRecords } from './records'
import type { RowSpot } from './row-spot'
import { useShown } from './use-shown'

type Props = {
  graph: GraphModel
  view: View
  picture: PictureModel
  crawl: CrawlModel
  words: readonly Word[]
  /** Tables of other rooms. */
  more: readonly MoreForm[]
  acts: CanvasActs
  /** Back to the picture. */
  onLeave: () => void
  onClose: () => void
}

const ownForms: readonly Pick<MoreForm, 'form' | 'title'>[] = [
  { form: 'tree', title: 'Tree' },
  { form: 'nodes', title: 'Nodes' },
  { form: 'relations', title: 'Relations' },
]

/** The picture's twin in words: what it shows, with the same selection and the same acts. */
export function OutlinePanel(props: Props) {
  const { graph, view, picture, crawl, words, more, acts, onLeave, onClose } = props
  // Lists of thousands are made anew in the pauses of a crawl, and never before a key is answered.
  const model = useDeferredValue(useGraph(graph))
  const states = useDeferredValue(useCalm(crawl.store, statesOf, pauseFor))
  const chosen = useStore(view.store, (state) => state.outline.form)
  const forms = [...ownForms, ...more]
  // What was chosen before may have nothing to show by now.
  const form = forms.some((one) => one.form === chosen) ? chosen : 'tree'
  const starts = useStore(view.store, (state) => state.starts)
  const shown = useShown(picture)
  const stateOf = useMemo(() => (entity: Entity) => knowledgeOf(entity, states), [states])
  const nodes = useMemo(
    () => (form === 'nodes' ? nodeRecords(model, shown, stateOf) : []),
    [form, model, shown, stateOf],
  )
  const relations = useMemo(
    () => (form === 'relations' ? relationRecords(model, shown) : []),
    [form, model, shown],
  )
  const counted = useMemo(() => {
    let count = 0
    if (form === 'relations') return { shown: relations.length, all: model.edges.size }
    for (const id of model.nodes.keys()) if (shown.isNode(id)) count += 1
    return { shown: count, all: model.nodes.size }
  }, [form, model, shown, relations])
  const common = { view, acts, onLeave }
  const other = more.find((one) => one.form === form)
  return (
    <section className="outline" aria-label="Outline" data-panel="outline" tabIndex={-1}>
      <header className="outline__bar">
        <div className="segments" role="group" aria-label="Form of the outline">
          {forms.map(({ form: one, title }) => (
            <Button
              key={one}
              look="quiet"
              aria-pressed={one === form}
              onClick={() => view.setOutline({ form: one })}
            >
              {title}
            </Button>
          ))}
        </div>
        <span className="outline__count">
          {other?.count ?? countWords(form === 'relations' ? 'relations' : 'nodes', counted)}
        </span>
        <IconButton label="Close the outline" onClick={onClose}>
          <X size={15} aria-hidden />
        </IconButton>
      </header>
      {other !== undefined ? (
        other.isEmpty ? (
          <Empty words={other.empty} />
        ) : (
          other.table(common)
        )
      ) : counted.shown === 0 ? (
        <Empty
          words={
            counted.all === 0
              ? 'Nothing is drawn yet. What a crawl finds is listed here.'
              : 'All of it is hidden or filtered out.'
          }
        />
      ) : form === 'tree' ? (
        <OutlineTree {...{ graph: model, shown, starts, stateOf, words }} {...common} />
      ) : form === 'nodes' ? (
        <RecordTable
          key="nodes"
          label="Nodes"
          records={nodes}
          columns={nodeColumns}
          spotOf={nodeSpot}
          {...common}
        />
      ) : (
        <RecordTable
          key="relations"
          label="Relations"
          records={relations}
          columns={relationColumns}
          spotOf={relationSpot}
          {...common}
        />
      )}
    </section>
  )
}

/** Takes the keyboard where the last row went away under it. */
function Empty({ words }: { words: string }) {
  const ref = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) ref.current?.focus()
  }, [])
  return (
    <p ref={ref} tabIndex={-1} className="hint outline__empty">
      {words}
    </p>
  )
}

const statesOf = ({ states }: CrawlState) => states
/** Ms; a list of thousands is not made anew for each answer of a crawl. */
const pauseFor = ({ size }: CrawlState['states']): number => (size > 1000 ? 250 : 0)

const nodeSpot = ({ id }: NodeRecord): RowSpot => ({ key: id, node: id, edges: [], owner: id })

const relationSpot = ({ id }: RelationRecord): RowSpot => ({
  key: id,
  node: null,
  edges: [id],
  owner: null,
})
