import { Button, Dialog } from '../ui'

/** Every key, by where it works. */
const sheet: readonly { readonly title: string; readonly keys: readonly [string, string][] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['Ctrl K', 'Commands, nodes and pages'],
      ['Ctrl F', 'Find in the graph'],
      ['Ctrl Z', 'Undo'],
      ['Ctrl Shift Z', 'Do again'],
      ['?', 'These keys'],
    ],
  },
  {
    title: 'On the graph',
    keys: [
      ['Arrows', 'Walk from node to node'],
      ['Shift arrows', 'Walk the relations of the node'],
      ['Enter, Space', 'Select; with Shift add to the selection'],
      ['E', 'Expand'],
      ['C', 'Connect to…'],
      ['Delete', 'Delete the selected relation'],
      ['H', 'Hide'],
      ['T', 'Tidy: arrange again, or the selection alone'],
      ['G', 'Group by space, by community, by nothing'],
      ['1 to 9', 'Only so many steps from the selection'],
      ['0', 'The whole graph again'],
      ['F', 'Fit the graph'],
      ['+ and −', 'Zoom'],
      ['Ctrl A', 'Select all'],
      ['Menu, Shift F10', 'The menu of the node or relation'],
      ['Escape', 'Select nothing; stop a layout'],
    ],
  },
]

/** The sheet of shortcuts. On a Mac, Cmd stands for Ctrl. */
type Props = { open: boolean; onClose: () => void; onGuide: () => void }

export function KeysDialog({ open, onClose, onGuide }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys" description="On a Mac, Cmd is Ctrl.">
      <div className="keys">
        {sheet.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, words]) => (
                <div key={key} className="keys__row">
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <Button onClick={onGuide}>Show the first steps</Button>
      </div>
    </Dialog>
  )
}
