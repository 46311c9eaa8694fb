/**
 * Resolves when what is drawn by now has been painted. Reading a pixel back makes the browser do
 * the drawing that it has only noted down so far, be it 2D or WebGL.
 */
export async function painted(surface: HTMLElement): Promise<void> {
  for (const canvas of surface.querySelectorAll('canvas')) readPixel(canvas)
  await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => setTimeout(resolve))
}

function readPixel(canvas: HTMLCanvasElement): void {
  if (canvas.width === 0 || canvas.height === 0) return
  try {
    const plane = canvas.getContext('2d')
    if (plane !== null) {
      plane.getImageData(0, 0, 1, 1)
      return
    }
    const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
  } catch {
    // It is drawn elsewhere, in a worker.
  }
}

/** Resolves when a picture that comes from a worker has pixels; at once where none does. */
export async function inked(surface: HTMLElement): Promise<void> {
  const canvas = surface.querySelector<HTMLCanvasElement>('canvas.canvas-picture')
  while (canvas !== null && !hasInk(canvas))
    await new Promise((resolve) => requestAnimationFrame(resolve))
}

const stripe = 64

/** Looks at a stripe across the middle, which a fitted picture crosses: looking takes time too. */
function hasInk(canvas: HTMLCanvasElement): boolean {
  const { width, height } = canvas
  if (width === 0 || height < stripe) return false
  const pen = canvas.getContext('2d')
  const data = pen?.getImageData(0, Math.floor((height - stripe) / 2), width, stripe).data
  return data?.some((value, at) => at % 4 === 3 && value > 0) === true
}
