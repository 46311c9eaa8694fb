import { useStore } from 'zustand'
import { isolated } from '@shared/text'
import { Colouring } from '@shared/workspace'
import { foldShared, type Tint, tintColour } from '@shared/picture'
import { colouringWords, type View } from '../view'
import type { PictureModel } from './store'
import { Isolated, useTheme } from '../../ui'

type Props = { view: View; picture: PictureModel }

/** By what nodes are coloured, and what each colour means. */
export function TintList({ view, picture }: Props) {
  const by = useStore(view.store, (state) => state.colourBy)
  const tints = useStore(picture.store, (state) => state.tints)
  return (
    <>
      <label className="legend__colour">
        <span>Colour by</span>
        <select
          className="select"
          value={by}
          onChange={({ target }) => view.colourBy(Colouring.parse(target.value))}
        >
          {Colouring.options.map((one) => (
            <option key={one} value={one}>
              {colouringWords[one]}
            </option>
          ))}
        </select>
      </label>
      {tints !== null && (
        <ul className="legend__tints" aria-label={`Colours by ${colouringWords[by]}`}>
          {foldShared(tints.list).map((tint) => (
            <Entry key={tint.key} tint={tint} onPick={(nodes) => view.goToAll({ nodes })} />
          ))}
          {tints.list.length === 0 && <li className="hint">{lacking[by]}</li>}
        </ul>
      )}
    </>
  )
}

/** Why nothing is told apart. */
const lacking: Readonly<Record<Colouring, string>> = {
  type: '',
  space: 'No space is known.',
  section: 'No page tree is known. Map a space, or follow child-of.',
  community: 'No two nodes belong together.',
  age: '',
  knowledge: '',
}

type EntryProps = { tint: Tint; onPick: (nodes: Tint['nodes']) => void }

function Entry({ tint: { name, tint, nodes }, onPick }: EntryProps) {
  const theme = useTheme()
  return (
    <li>
      <button
        type="button"
        className="legend__toggle"
        title={`Select: ${isolated(name)}`}
        onClick={() => onPick(nodes)}
      >
        <svg width="18" height="16" viewBox="0 0 18 16" className="shape" aria-hidden>
          <circle cx="9" cy="8" r="6" fill={tintColour(tint, theme)} />
        </svg>
        <span className="legend__name">
          <Isolated text={name} />
        </span>
        <span className="legend__count">{nodes.length.toLocaleString('en')}</span>
      </button>
    </li>
  )
}
