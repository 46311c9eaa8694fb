type BarProps = {
  /** What is counted, for ears. */
  label: string
  /** From 0 to 1; null where it is not known, and the bar says only that there is work. */
  part: number | null
}

/** How far some work is. */
export const ProgressBar = ({ label, part }: BarProps) => (
  <div
    className="progress__bar"
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    {...(part !== null && { 'aria-valuenow': Math.round(part * 100) })}
  >
    <span style={{ width: `${(part ?? 0) * 100}%` }} />
  </div>
)

/** One of the numbers below it, in a list of them (`dl`). */
export const ProgressFact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)
