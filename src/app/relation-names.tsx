import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { checkChange } from '@shared/edit'
import type { Relation } from '@shared/graph'
import { useSaveFile } from '../features/export/panels'
import { RelationLine } from '../features/picture/panels'
import { useTheme } from '../ui'
import { relationLooks } from '../features/picture'
import { VocabularyDialog } from '../features/vocabulary/panels'
import type { Session } from '../session'

type Props = { session: Session; open: boolean; onClose: () => void }

/** The dictionary, with each name as it is drawn. */
export function RelationNames({ session, open, onClose }: Props) {
  const { graph: model, names } = useStore(
    session.graph.store,
    useShallow(({ graph, names }) => ({ graph, names })),
  )
  const readOnly = useStore(session.edits.store, (state) => state.readOnly)
  const saveFile = useSaveFile()
  const words = useStore(session.vocabulary.store, (state) => state.words)
  // Names that are not drawn yet come after those that are, as they would on the canvas.
  const all = [...new Set([...names, ...words.map(({ name }) => name)])]
  const looks = relationLooks(all, words, useTheme())
  const drawn = useMemo(() => {
    const byName = new Map<string, Relation[]>()
    for (const one of model.edges.values()) {
      const own = byName.get(one.relation)
      if (own === undefined) byName.set(one.relation, [one])
      else own.push(one)
    }
    return byName
  }, [model])
  return (
    <VocabularyDialog
      open={open}
      onClose={onClose}
      vocabulary={session.vocabulary}
      counts={new Map([...drawn].map(([name, { length }]) => [name, length]))}
      sample={(name) => <RelationLine look={looks.get(name)} />}
      onSaveFile={saveFile}
      renamer={(name) => {
        const relations = (drawn.get(name) ?? []).filter((one) => checkChange(one) === null)
        if (readOnly !== null || relations.length === 0) return null
        return () => {
          onClose()
          session.edits.ask({ kind: 'retype', relations })
        }
      }}
    />
  )
}
