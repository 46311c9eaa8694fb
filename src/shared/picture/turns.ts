/** Work in pieces of a few ms each, so that whoever does it can do something else between them. */
export type Pieces<Result> = Generator<undefined, Result>

/** So many things, such as nodes, are one piece. */
export const pieceOf = 400

/** Does all of it without a rest. */
export function atOnce<Result>(pieces: Pieces<Result>): Result {
  for (;;) {
    const piece = pieces.next()
    if (piece.done === true) return piece.value
  }
}

/** Does it with a rest after each piece; `rest` rejects where it is not wanted any more. */
export async function inTurns<Result>(
  pieces: Pieces<Result>,
  rest: () => Promise<void>,
): Promise<Result> {
  for (;;) {
    const piece = pieces.next()
    if (piece.done === true) return piece.value
    await rest()
  }
}
