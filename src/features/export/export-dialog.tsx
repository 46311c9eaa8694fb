import { useState } from 'react'
import type { GraphFile } from '@shared/graph'
import { Dialog, useTheme } from '../../ui'
import { type Choice, firstChoice, isPicture } from './choice'
import { CommonFields } from './common-fields'
import { FormatList } from './format-list'
import { PictureFields } from './picture-fields'
import { Preview } from './preview'
import { SaveBar } from './save-bar'
import type { Sources } from './taking'

type Props = {
  open: boolean
  onClose: () => void
  /** Builds the data file at the moment of export. */
  graphFile: () => GraphFile
} & Pick<Sources, 'graph' | 'view' | 'picture' | 'canvas' | 'words'>

/** Everything that can leave the program: pictures, data, and text for a page. */
export function ExportDialog({ open, onClose, ...rest }: Props) {
  // Kept while the program runs: what was chosen last is chosen again.
  const [choice, setChoice] = useState<Choice>(firstChoice)
  return (
    <Dialog open={open} onClose={onClose} title="Export" wide>
      {open && <Body {...rest} {...{ choice, setChoice }} onDone={onClose} />}
    </Dialog>
  )
}

type BodyProps = Omit<Props, 'open' | 'onClose'> & {
  choice: Choice
  setChoice: (choice: Choice) => void
  onDone: () => void
}

function Body({ graphFile, choice: chosen, setChoice, onDone, ...rest }: BodyProps) {
  const theme = useTheme()
  const [sources] = useState<Sources>(() => ({ ...rest, theme, file: graphFile() }))
  const { nodes, edges } = rest.view.store.getState().selection
  const hasSelection = nodes.length + edges.length > 0
  const part = chosen.part === 'selection' && !hasSelection ? 'whole' : chosen.part
  const choice: Choice = part === chosen.part ? chosen : { ...chosen, part }
  const change = (more: Partial<Choice>) => setChoice({ ...choice, ...more })
  return (
    <div className="export">
      <FormatList format={choice.format} onChoose={(format) => change({ format })} />
      <div className="export__options">
        <CommonFields {...{ choice, hasSelection }} onChange={change} />
        {isPicture(choice.format) && <PictureFields choice={choice} onChange={change} />}
        <Preview {...{ sources, choice }} />
        <SaveBar {...{ sources, choice, onDone }} />
      </div>
    </div>
  )
}
