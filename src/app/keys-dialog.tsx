import { Button, Dialog } from '../ui'

/** Every key, by where it works. */
const sheet: readonly { readonly title: string; readonly keys: readonly [string, string][] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['Ctrl K', 'Commands, nodes, pages, relation names'],
      ['Ctrl F', 'Find in the graph and on the site'],
      ['Ctrl Z', 'Undo'],
      ['Ctrl Shift Z, Ctrl Y', 'Do again'],
      ['F6, Shift F6', 'To the next panel, to the one before'],
      ['Escape', 'Close what is open; in a panel, back to the graph'],
      ['O', 'Open or close the outline'],
      ['?', 'These keys'],
    ],
  },
  {
    title: 'On the graph',
    keys: [
      ['Arrows', 'Walk from node to node'],
      ['Shift arrows', 'Walk the relations of the node'],
      ['Enter', 'Select; on a relation, go to its other end'],
      ['Shift Enter, Shift Space', 'Add to the selection, or take out'],
      ['Ctrl A', 'Select all'],
      ['Escape', 'Select nothing; stop a layout'],
    ],
  },
  {
    title: 'In the outline',
    keys: [
      ['Up, Down', 'Walk the rows; up from the first row to the headings'],
      ['Page Up, Page Down, Home, End', 'Walk further'],
      ['Right, Left', 'In the tree: open and go in, close and go out'],
      ['Enter', 'Select and show in the graph; on a heading, sort'],
      ['Space, Ctrl Enter', 'Add to the selection, or take out'],
      ['Shift Up, Shift Down', 'Select all on the way'],
      ['Ctrl A', 'Select all rows'],
    ],
  },
  {
    title: 'On the graph and in the outline',
    keys: [
      ['E', 'Expand'],
      ['C', 'Connect to…'],
      ['Delete', 'Delete the relation'],
      ['H', 'Hide'],
      ['P, Shift P', 'Path from here, path to here'],
      ['1 to 9', 'Only so many steps from here'],
      ['0', 'The whole graph again'],
      ['T', 'Tidy: arrange again, or the selection alone'],
      ['G', 'Group by space, by community, by nothing'],
      ['F', 'Fit the graph'],
      ['+ and −', 'Zoom'],
      ['Menu, Shift F10', 'The menu of the node or relation'],
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
