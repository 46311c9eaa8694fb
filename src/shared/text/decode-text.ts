/** The part of the platform's `TextDecoder` that is needed; both sides have it, this ground has no types of it. */
export type Decoder = new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string }

export type DecodedText = {
  readonly text: string
  /** What is to be said of how it was read, in a sentence; null where nothing is in doubt. */
  readonly note: string | null
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** As many letters are looked at as a first line has; Western text has a zero in each pair of bytes. */
const sample = 256

/**
 * The text of a file that a person chose, whatever program wrote it. Excel writes UTF-16 as "Unicode
 * Text" and the system's old code page as "CSV"; PowerShell's `>` writes UTF-16. A byte order mark
 * decides and is left out; else zeros do; what is no UTF-8 then is Windows-1252, the superset of
 * Latin-1 that browsers read under that name, and that is said, for it is a guess.
 */
export function decodeText(bytes: Uint8Array, TextDecoder: Decoder): DecodedText {
  const encoding = markOf(bytes) ?? zerosOf(bytes)
  if (encoding !== null) return { text: new TextDecoder(encoding).decode(bytes), note: null }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null }
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes).replace(/[\x80-\x9f]/g, westernOf),
      note: 'The file is not Unicode, so it was read as Latin-1: check letters such as é, ß and €.',
    }
  }
}

/** Where Windows-1252 has letters and Latin-1 has none; Node 20 reads the one as the other. */
const western = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const westernOf = (letter: string): string => western[letter.charCodeAt(0) - 0x80] ?? letter

function markOf([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** UTF-16 without a mark: the upper byte of Western letters and of every separator is zero. */
function zerosOf(bytes: Uint8Array): Encoding | null {
  const looked = bytes.subarray(0, sample)
  const zeros = [0, 0] as [number, number]
  for (const [at, byte] of looked.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1
  const enough = looked.length / 8
  if (zeros[1] > enough && zeros[0] === 0) return 'utf-16le'
  return zeros[0] > enough && zeros[1] === 0 ? 'utf-16be' : null
}
