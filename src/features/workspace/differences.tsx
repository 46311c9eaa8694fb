import { useStore } from 'zustand'
import { describeGroups, toDiffFile } from '@shared/graph'
import { Button, Dialog } from '../../ui'
import { useSaveFile } from '../export/panels'
import { type Compared, comparedWords, type Comparison } from './comparison'

type DialogProps = { open: boolean; onClose: () => void; comparison: Comparison }

/** What differs, to be read again while it is marked on the graph. */
export function DifferencesDialog({ open, onClose, comparison }: DialogProps) {
  const compared = useStore(comparison.store, (state) => state.compared)
  return (
    <Dialog open={open && compared !== null} onClose={onClose} title="Differences" wide high>
      {compared !== null && <Differences compared={compared} />}
    </Dialog>
  )
}

type Props = {
  compared: Compared
  /** Marks them on the graph; left out where they are marked. */
  onShow?: () => void
}

/** Sentences on what differs, under their headings, and the ways to take them along. */
export function Differences({ compared, onShow }: Props) {
  const { before, after, diff, names } = compared
  const titles = new Map([...before.nodes, ...after.nodes].map(({ id, title }) => [id, title]))
  const groups = describeGroups(diff, (id) => titles.get(id) ?? id)
  const saveFile = useSaveFile()
  const save = () => {
    const { version, site } = after
    const file = toDiffFile(diff, { version, site, from: before, to: after })
    const text = JSON.stringify(file, null, 2)
    saveFile('relations-diff.json', new Blob([text], { type: 'application/json' }))
  }
  if (diff.isSame) return <p>{comparedWords(compared)}</p>
  return (
    <section className="stack" aria-label="Differences">
      <p className="hint">
        Between {names[0]} and {names[1]}
      </p>
      <div className="row row--wrap">
        {onShow !== undefined && (
          <Button look="main" onClick={onShow}>
            Show on the graph
          </Button>
        )}
        <Button onClick={save}>Export the differences</Button>
      </div>
      <div className="wire__scroll" tabIndex={0} role="region" aria-label="List of differences">
        {groups.map(({ title, sentences }) => (
          <section key={title} className="review__group">
            <h3>
              {title} ({sentences.length})
            </h3>
            <ul className="review__lines">
              {sentences.slice(0, listed).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {sentences.length > listed && (
              <p className="hint">and {sentences.length - listed} more, all in the export</p>
            )}
          </section>
        ))}
      </div>
    </section>
  )
}

/** Lines of a group that are shown. */
const listed = 200
