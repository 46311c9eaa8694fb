import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { counted } from '@shared/text'
import type { GraphModel } from '../graph'
import { useGraph } from '../graph/panels'
import type { MoreForm } from '../outline'
import { useShown } from '../outline/panels'
import { type PictureModel, shownEdges } from '../picture'
import type { View } from '../view'
import { type Between, matrixOf, relationsBetween } from './matrix'
import { MatrixGrid } from './matrix-grid'

type Parts = { readonly graph: GraphModel; readonly view: View; readonly picture: PictureModel }

const words: Readonly<Record<Between, string>> = { space: 'spaces', section: 'sections' }

/** The matrix as a form of the outline; it counts what the picture shows, where somebody looks. */
export function useMatrixForm({ graph, view, picture }: Parts): MoreForm {
  const isChosen = useStore(view.store, ({ outline }) => outline.form === 'matrix')
  const model = useGraph(graph)
  const shown = useShown(picture)
  const [chosen, choose] = useState<Between | null>(null)
  const relations = useMemo(
    () => (isChosen ? shownEdges(model, shown) : []),
    [isChosen, model, shown],
  )
  const [by, matrix] = useMemo(() => {
    const spaces = matrixOf(model, 'space', isChosen ? relations : [])
    // A graph of one space is told apart by its sections.
    const between = chosen ?? (spaces.groups.length > 1 ? 'space' : 'section')
    return [between, between === 'space' ? spaces : matrixOf(model, between, relations)] as const
  }, [isChosen, model, relations, chosen])
  const count = matrix.counts.reduce((sum, one) => sum + one, 0)
  return {
    form: 'matrix',
    title: 'Matrix',
    count: `${counted(count, 'relation')}, ${matrix.groups.length.toLocaleString('en')} ${words[by]}`,
    isEmpty: false,
    empty: '',
    table: ({ onLeave }) => (
      <>
        <label className="row matrix__between">
          <span>Between</span>
          <select
            className="text-input"
            value={by}
            onChange={({ target }) => choose(target.value === 'section' ? 'section' : 'space')}
          >
            <option value="space">spaces</option>
            <option value="section">sections of the page tree</option>
          </select>
        </label>
        {matrix.groups.length === 0 ? (
          <p className="hint outline__empty">
            Nothing tells which pages belong together: map a space, or crawl `child-of`.
          </p>
        ) : (
          <MatrixGrid
            matrix={matrix}
            onLeave={onLeave}
            onCell={(from, to) => {
              const edges = relationsBetween(matrix, relations, from, to)
              if (edges.length > 0) view.goToAll({ edges })
            }}
          />
        )}
      </>
    ),
  }
}
