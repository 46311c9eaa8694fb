import { useMemo } from 'react'
import { useStore } from 'zustand'
import { checkDelete } from '@shared/edit'
import { download } from '../features/export'
import { RelationLine, useTheme } from '../features/picture/panels'
import { relationLooks } from '../features/picture'
import { VocabularyDialog } from '../features/vocabulary'
import type { Session } from './session'

type Props = { session: Session; open: boolean; onClose: () => void }

/** The dictionary, with each name as it is drawn. */
export function RelationNames({ session, open, onClose }: Props) {
  const { graph: model, names } = useStore(session.graph.store)
  const readOnly = useStore(session.edits.store, (state) => state.readOnly)
  const words = useStore(session.vocabulary.store, (state) => state.words)
  // Names that are not drawn yet come after those that are, as they would on the canvas.
  const all = [...new Set([...names, ...words.map(({ name }) => name)])]
  const looks = relationLooks(all, words, useTheme())
  const counts = useMemo(() => {
    const drawn = new Map<string, number>()
    for (const { relation } of model.edges.values()) {
      drawn.set(relation, (drawn.get(relation) ?? 0) + 1)
    }
    return drawn
  }, [model])
  return (
    <VocabularyDialog
      open={open}
      onClose={onClose}
      vocabulary={session.vocabulary}
      counts={counts}
      sample={(name) => <RelationLine look={looks.get(name)} />}
      onSaveFile={download}
      renamer={(name) => {
        const isFree = readOnly === null && checkDelete(name) === null
        if (!isFree || !counts.has(name)) return null
        return () => {
          onClose()
          const relations = [...model.edges.values()].filter((one) => one.relation === name)
          session.edits.ask({ kind: 'retype', relations })
        }
      }}
    />
  )
}
