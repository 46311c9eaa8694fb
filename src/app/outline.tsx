import { useStore } from 'zustand'
import { useAnswerForm } from '../features/ask/panels'
import type { CanvasActs } from '../features/canvas'
import { useMatrixForm } from '../features/matrix/panels'
import { OutlinePanel } from '../features/outline/panels'
import { useUnresolvedForm } from '../features/unresolved/panels'
import type { Session } from '../session'

type Props = {
  session: Session
  acts: CanvasActs
  onLeave: () => void
  onClose: () => void
}

/** The outline, with the tables that other rooms have for it. */
export function Outline({ session, ...rest }: Props) {
  const { graph, view, picture, crawl, vocabulary, unresolved, ask } = session
  const words = useStore(vocabulary.store, (state) => state.words)
  const more = [
    useMatrixForm({ graph, view, picture }),
    useUnresolvedForm(unresolved, graph),
    useAnswerForm(ask, graph),
  ]
  return (
    <OutlinePanel
      {...{ graph, view, picture, crawl, words }}
      more={more.filter((one) => one !== null)}
      {...rest}
    />
  )
}
