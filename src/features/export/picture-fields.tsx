import type { Choice } from './choice'
import { longestSide } from './size'

type Props = { choice: Choice; onChange: (more: Partial<Choice>) => void }

const papers: readonly (readonly [Choice['paper'], string])[] = [
  ['screen', 'As on the screen'],
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['transparent', 'Transparent'],
]
const scales = [1, 2, 3, 4, 8] as const
const ownSide = 'side'

/** How a picture looks, and for pixels how large it is. */
export function PictureFields({ choice, onChange }: Props) {
  const { paper, caption, format } = choice
  return (
    <>
      <label className="field">
        <span>Paper</span>
        <select
          className="text-input"
          value={paper}
          onChange={({ target }) =>
            onChange({ paper: papers.find(([name]) => name === target.value)?.[0] ?? 'screen' })
          }
        >
          {papers
            .filter(([name]) => name !== 'transparent' || format !== 'pdf')
            .map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
        </select>
      </label>
      {format === 'png' && <SizeFields choice={choice} onChange={onChange} />}
      <label className="check">
        <input
          type="checkbox"
          checked={caption}
          onChange={({ target }) => onChange({ caption: target.checked })}
        />
        Legend, date and source below
      </label>
    </>
  )
}

function SizeFields({ choice: { size }, onChange }: Props) {
  return (
    <div className="row">
      <label className="field">
        <span>Size</span>
        <select
          className="text-input"
          value={size.kind === 'side' ? ownSide : size.value}
          onChange={({ target }) =>
            onChange({
              size:
                target.value === ownSide
                  ? { kind: 'side', value: 8000 }
                  : { kind: 'scale', value: Number(target.value) },
            })
          }
        >
          {scales.map((scale) => (
            <option key={scale} value={scale}>
              {scale}×
            </option>
          ))}
          <option value={ownSide}>Own size…</option>
        </select>
      </label>
      {size.kind === 'side' && (
        <label className="field">
          <span>Longest side, pixels</span>
          <input
            className="text-input"
            type="number"
            min={100}
            max={longestSide}
            step={100}
            value={size.value}
            onChange={({ target }) =>
              onChange({ size: { kind: 'side', value: Math.max(1, Number(target.value)) } })
            }
          />
        </label>
      )}
    </div>
  )
}
