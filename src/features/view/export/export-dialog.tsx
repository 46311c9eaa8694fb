import { useState } from 'react'
import { useStore } from 'zustand'
import type { GraphFile } from '@shared/graph'
import { Button, Dialog, FailureNote } from '../../../ui'
import type { PictureOptions } from '../canvas'
import type { View } from '../store'
import { download, fileName } from './download'

type Props = {
  open: boolean
  onClose: () => void
  view: View
  /** Builds the data file at the moment of export. */
  graphFile: () => GraphFile
}

/** The picture as PNG, the data as JSON. */
export function ExportDialog({ open, onClose, view, graphFile }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Export">
      <div className="export">
        <PictureExport view={view} onDone={onClose} />
        <DataExport graphFile={graphFile} onDone={onClose} />
      </div>
    </Dialog>
  )
}

const scales = [1, 2, 3, 4] as const

function PictureExport({ view, onDone }: { view: View; onDone: () => void }) {
  const canvas = useStore(view.store, (state) => state.canvas)
  const [options, setOptions] = useState<PictureOptions>({
    what: 'graph',
    scale: 2,
    transparent: false,
  })
  const [state, setState] = useState<'ready' | 'drawing' | 'failed'>('ready')
  const picture = canvas?.picture(options)
  const tooBig = picture?.fits === false

  const save = async () => {
    setState('drawing')
    const blob = (await picture?.draw().catch(() => null)) ?? null
    if (blob === null) {
      setState('failed')
      return
    }
    download(fileName('png', new Date()), blob)
    setState('ready')
    onDone()
  }
  return (
    <section className="export__part" aria-labelledby="export-picture">
      <h3 id="export-picture">Picture (PNG)</h3>
      <label className="field">
        <span>Part</span>
        <select
          className="text-input"
          value={options.what}
          onChange={({ target }) =>
            setOptions({ ...options, what: target.value === 'view' ? 'view' : 'graph' })
          }
        >
          <option value="graph">Whole graph</option>
          <option value="view">What is in view</option>
        </select>
      </label>
      <label className="field">
        <span>Scale</span>
        <select
          className="text-input"
          value={options.scale}
          onChange={({ target }) => setOptions({ ...options, scale: Number(target.value) })}
        >
          {scales.map((scale) => (
            <option key={scale} value={scale}>
              {scale}×
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={options.transparent}
          onChange={({ target }) => setOptions({ ...options, transparent: target.checked })}
        />
        Transparent background
      </label>
      {picture !== undefined && (
        <p className="hint">
          {picture.width.toLocaleString('en')} × {picture.height.toLocaleString('en')} pixels
        </p>
      )}
      {tooBig && (
        <FailureNote
          sentence="A picture of this size cannot be drawn in one piece."
          next="Choose a smaller scale, or export what is in view."
        />
      )}
      {state === 'failed' && (
        <FailureNote
          sentence="The picture could not be drawn."
          next="Choose a smaller scale and try again."
        />
      )}
      <Button
        look="main"
        disabled={picture === undefined || tooBig || state === 'drawing'}
        onClick={() => void save()}
      >
        {state === 'drawing' ? 'Drawing…' : 'Save PNG'}
      </Button>
    </section>
  )
}

function DataExport({ graphFile, onDone }: { graphFile: () => GraphFile; onDone: () => void }) {
  const save = () => {
    const text = JSON.stringify(graphFile(), null, 2)
    download(fileName('json', new Date()), new Blob([text], { type: 'application/json' }))
    onDone()
  }
  return (
    <section className="export__part" aria-labelledby="export-data">
      <h3 id="export-data">Data (JSON)</h3>
      <p>
        Every node and relation with its source, target, creator and date, the number of calls, and
        what could not be read. The format is <code>relation-explorer/graph@1</code>.
      </p>
      <Button look="main" onClick={save}>
        Save JSON
      </Button>
    </section>
  )
}
