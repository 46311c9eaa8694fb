import { parse } from 'node:path'
import { CommanderError, InvalidArgumentError } from 'commander'
import { type Format, formatOf, formats } from '@shared/export'
import type { LayoutName } from '@shared/layout'
import type { Theme } from '@shared/picture'
import { quoted } from '@shared/text'
import { exitCodes } from './io'
import { standardOutput } from './output'
import { isPictureFormat, type PictureFormat, pictureFormats } from './picture-formats'

export type ExportOptions = {
  readonly format?: string
  readonly layout?: LayoutName
  readonly theme?: Theme
  readonly redact?: true
  readonly redactRelations?: true
  readonly out?: string
}

export const themes: readonly Theme[] = ['light', 'dark']

/** Data by its writer, a picture by its name. */
export type WantedFormat = Format | PictureFormat

export const formatNames: readonly string[] = [
  ...formats.map(({ name }) => name),
  ...pictureFormats,
]

const needsWindow =
  'A PNG is painted by a browser: export it in the window, or write svg or pdf, which are drawn in lines.'

/** One of the formats that there are; says why where it is none. */
export function formatName(word: string): string {
  if (formatNames.includes(word)) return word
  throw new InvalidArgumentError(
    word === 'png' ? needsWindow : `Allowed choices are ${formatNames.join(', ')}.`,
  )
}

const usage = (sentence: string) => new CommanderError(exitCodes.usage, 'usage', sentence)

/** What was asked for, or what the name of the file says. */
export function wantedFormat({ format: named, out, theme }: ExportOptions): WantedFormat {
  const word = named ?? (out === undefined ? '' : parse(out).ext.slice(1))
  if (isPictureFormat(word)) return word
  const format = formatOf(word)
  if (format === null) {
    throw usage(
      word === 'png' ? needsWindow : `--format is missing. It is one of ${formatNames.join(', ')}.`,
    )
  }
  if (theme !== undefined) {
    throw usage(
      `--theme is the paper of a picture, svg or pdf. The format ${quoted(format.name)} has none.`,
    )
  }
  if (format.isPair && (out === undefined || out === standardOutput)) {
    throw usage(
      `The format ${format.name} makes two files: name them with --out${format.name === 'csv' ? ', or ask for csv-nodes or csv-relations' : ''}.`,
    )
  }
  return format
}
