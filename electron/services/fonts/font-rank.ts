/** What a name of a font says, and how much it is in the way of plain text; less is better. */
const marks: readonly (readonly [RegExp, number])[] = [
  [/italic|oblique/i, 16],
  [/emoji|symbol|math|music|dingbat/i, 12],
  [/mono|code|courier|consol/i, 8],
  [/serif(?!.*sans)|times|song|ming|mincho|batang/i, 6],
  [/condensed|narrow|thin|light|black|heavy|medium|semibold|demi/i, 4],
  // Known for many letters, and for looking like the rest of the picture.
  [/noto ?sans|dejavu ?sans|arial|segoe ?ui|liberation ?sans|helvetica/i, -3],
  [/pingfang|hiragino|yahei|malgun|gothic|source ?han ?sans/i, -2],
]

/** How well a font suits plain or bold text, by its name; the least is the best. */
export function fontRank(name: string, bold: boolean): number {
  const isBold = /bold|black|heavy/i.test(name)
  return marks.reduce(
    (sum, [mark, price]) => (mark.test(name) ? sum + price : sum),
    isBold === bold ? 0 : 2,
  )
}
