import { type FormatName, offers } from './choice'

type Props = { format: FormatName; onChoose: (format: FormatName) => void }

/** One list of formats under three headings; arrows go through all of them. */
export function FormatList({ format, onChoose }: Props) {
  return (
    <div className="export__formats" role="radiogroup" aria-label="Format">
      {offers.map(({ title, formats }) => (
        <div key={title} role="group" aria-label={title}>
          <h3>{title}</h3>
          {formats.map(({ name, title: words, hint }) => (
            <label key={name} className="export__format" title={hint}>
              <input
                type="radio"
                name="export-format"
                checked={format === name}
                onChange={() => onChoose(name)}
              />
              {words}
            </label>
          ))}
        </div>
      ))}
    </div>
  )
}
