import { Button } from '../../ui'

/** What was done last, and how to take it back. */
export type Said = { readonly sentence: string; readonly undo?: () => void }

export const nothingSaid: Said = { sentence: '' }

/** It keeps its room while it is empty, so that nothing below moves when it speaks. */
export function SaidLine({ said }: { said: Said }) {
  return (
    <div className="row workspace__said">
      <p className="hint" role="status">
        {said.sentence}
      </p>
      {said.undo !== undefined && <Button onClick={said.undo}>Undo</Button>}
    </div>
  )
}
