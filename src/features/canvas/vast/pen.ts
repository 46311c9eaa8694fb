/** A 2D context, on the page or in a worker. */
export type Pen = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D
