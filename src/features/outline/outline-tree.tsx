import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Entity, Graph, KnowledgeState, NodeId } from '@shared/graph'
import { phrase, type Word } from '@shared/vocabulary'
import type { CanvasActs } from '../canvas'
import { kindWord, knowledgeWords } from '../crawl'
import { type Shown, shownNodes } from '../picture'
import { TypeShape } from '../picture/panels'
import { useHeld, Isolated } from '../../ui'
import type { View } from '../view'
import type { RowSpot } from './row-spot'
import { byText } from './order'
import { type GroupRow, type NodeRow, rootKey, type TreeRow, treeRows } from './tree'
import { useRows } from './use-rows'

type Props = {
  graph: Graph
  shown: Shown
  starts: ReadonlySet<NodeId>
  stateOf: (entity: Entity) => KnowledgeState
  words: readonly Word[]
  view: View
  acts: CanvasActs
  onLeave: () => void
}

/** Nodes, their relations by name and direction, and where those lead to, opened one by one. */
export function OutlineTree(props: Props) {
  const { graph, shown, starts, view, acts, onLeave } = props
  const scrollRef = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set([...starts].map(rootKey)))
  const roots = useMemo(() => sortedRoots(graph, shown, starts), [graph, shown, starts])
  const now = useMemo(() => treeRows(graph, shown, roots, opened), [graph, shown, roots, opened])
  const { value: lines, hold } = useHeld(now)
  const rows = useMemo(() => lines.map(spotOf), [lines])
  const { active, activate, virtualizer, onKey, watch, propsOf } = useRows({
    ...{ rows, view, acts, scrollRef, onLeave },
    headHeight: 0,
  })
  const open = ({ key }: TreeRow, is: boolean) =>
    setOpened((before) => {
      const next = new Set(before)
      if (is) next.add(key)
      else next.delete(key)
      return next
    })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const line = lines[active]
    const turns = line !== undefined && !event.shiftKey && !event.altKey
    const handled =
      (turns && turn(event.key, line, { lines, active, activate, open })) || onKey(event)
    if (handled) event.preventDefault()
  }
  return (
    <div
      ref={scrollRef}
      className="outline__scroll"
      role="tree"
      aria-label="Nodes and their relations"
      aria-multiselectable
      onPointerDownCapture={hold}
      onKeyDown={onKeyDown}
      {...watch}
    >
      <div
        role="none"
        className="outline__rows"
        style={{ height: `${virtualizer.getTotalSize()}px` }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const [line, spot] = [lines[index], rows[index]]
          return line === undefined || spot === undefined ? null : (
            <div
              key={key}
              role="treeitem"
              aria-level={line.level}
              aria-posinset={line.at}
              aria-setsize={line.among}
              {...(line.isOpen === null ? {} : { 'aria-expanded': line.isOpen })}
              className="outline__row outline__item"
              {...propsOf(index, spot)}
              style={{
                transform: `translateY(${start}px)`,
                paddingInlineStart: `${indentOf(line)}px`,
                // Deep in the tree it goes on to the right, rather than down letter by letter.
                minWidth: `calc(${indentOf(line)}px + 16em)`,
              }}
            >
              <Twist line={line} onTurn={() => open(line, line.isOpen !== true)} />
              {line.kind === 'node' ? (
                <NodeWords {...props} line={line} />
              ) : (
                <GroupWords words={props.words} line={line} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Px before a row, by how deep it is. */
const indentOf = ({ level }: TreeRow): number => (level - 1) * 18 + 6

/** Where the crawls began, then all by title. */
function sortedRoots(graph: Graph, shown: Shown, starts: ReadonlySet<NodeId>): Entity[] {
  const rank = ({ id }: Entity) => (starts.has(id) ? 0 : 1)
  return shownNodes(graph, shown).sort((a, b) => rank(a) - rank(b) || byText(a.title, b.title))
}

const spotOf = (line: TreeRow): RowSpot =>
  line.kind === 'node'
    ? {
        key: line.key,
        node: line.node,
        edges: line.edge === null ? [] : [line.edge],
        owner: line.node,
      }
    : { key: line.key, node: null, edges: line.edges, owner: line.node }

type Turning = {
  readonly lines: readonly TreeRow[]
  readonly active: number
  readonly activate: (at: number, focus: boolean) => void
  readonly open: (line: TreeRow, is: boolean) => void
}

/** Right opens, then goes in; Left closes, then goes out. */
function turn(key: string, line: TreeRow, { lines, active, activate, open }: Turning): boolean {
  if (key === 'ArrowRight') {
    if (line.isOpen === false) open(line, true)
    else if (line.isOpen === true) activate(active + 1, true)
    return true
  }
  if (key !== 'ArrowLeft') return false
  if (line.isOpen === true) open(line, false)
  else {
    const parent = lines.findIndex((one) => one.key === line.parent)
    if (parent !== -1) activate(parent, true)
  }
  return true
}

/** The keyboard has the arrow keys for it. */
function Twist({ line, onTurn }: { line: TreeRow; onTurn: () => void }) {
  if (line.isOpen === null) return <span className="outline__twist" aria-hidden />
  const Arrow = line.isOpen ? ChevronDown : ChevronRight
  return (
    <span
      className="outline__twist"
      aria-hidden
      onClick={(event) => {
        event.stopPropagation()
        onTurn()
      }}
    >
      <Arrow size={15} />
    </span>
  )
}

function NodeWords({ graph, shown, stateOf, line }: Props & { line: NodeRow }) {
  const entity = graph.nodes.get(line.node)
  if (entity === undefined) return line.node
  return (
    <>
      <TypeShape type={entity.type} />
      <span className="outline__title">
        <Isolated text={entity.title} />
      </span>
      <span className="outline__more">
        {[
          kindWord(entity),
          knowledgeWords[stateOf(entity)].word,
          line.isAbove ? 'is above already' : '',
          shown.isDimmed(entity) ? 'does not match' : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </>
  )
}

function GroupWords({ words, line }: { words: readonly Word[]; line: GroupRow }) {
  const word = words.find(({ name }) => name === line.name) ?? { name: line.name }
  const said = phrase(word, line.direction)
  return (
    <>
      <span className="tag tag--still">
        <Isolated text={said} />
      </span>
      <span className="outline__more">
        {line.edges.length.toLocaleString('en')} {line.direction === 'out' ? 'out' : 'in'}
        {said === line.name ? '' : ` · ${line.name}`}
      </span>
    </>
  )
}
