import type { BrowserContext } from 'playwright-core'

/** A greyscale picture, one byte per pixel, row by row. */
export interface SmallPicture {
  readonly width: number
  readonly height: number
  readonly greys: readonly number[]
}

/**
 * Width in pixels. At this width words become grey lines, so another font makes no difference, but a missing part does.
 */
const across = 96

// the page script is a string, since it must not be compiled for Node
const reduce = (png: string, width: string): string => `(async () => {
  const image = new Image()
  image.src = 'data:image/png;base64,${png}'
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = ${width}
  canvas.height = Math.round(image.height * canvas.width / image.width)
  const pen = canvas.getContext('2d')
  pen.imageSmoothingQuality = 'high'
  pen.filter = 'grayscale(1)'
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
  const greys = []
  for (let i = 0; i < data.length; i += 4) greys.push(data[i])
  return { width: canvas.width, height: canvas.height, greys, png: canvas.toDataURL('image/png').split(',')[1] }
})()`

/** A PNG reduced to small and grey by the browser itself, and the same as a PNG that can be stored. */
export async function madeSmall(context: BrowserContext, png: Buffer): Promise<SmallPicture & { readonly png: Buffer }> {
  const page = await context.newPage()
  const { png: small, ...picture } = await page.evaluate<SmallPicture & { readonly png: string }>(
    reduce(png.toString('base64'), String(across)),
  )
  await page.close()
  return { ...picture, png: Buffer.from(small, 'base64') }
}

/** A stored PNG without changes. */
export async function keptPicture(context: BrowserContext, png: Buffer): Promise<SmallPicture> {
  const page = await context.newPage()
  const { width, height, greys } = await page.evaluate<SmallPicture>(reduce(png.toString('base64'), 'image.width'))
  await page.close()
  return { width, height, greys }
}

/**
 * The difference between two pictures, from 0 to 1: the share of 3 by 3 pixel cells with a mean grey that differs by
 * more than a twelfth of the scale. Pictures of different sizes differ completely.
 */
export function apart(one: SmallPicture, other: SmallPicture): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  const [columns, rows] = [Math.floor(one.width / 3), Math.floor(one.height / 3)]
  let differing = 0
  for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) if (Math.abs(cell(one, x, y) - cell(other, x, y)) > 255 / 12) differing++
  return differing / (columns * rows)
}

function cell({ width, greys }: SmallPicture, x: number, y: number): number {
  let sum = 0
  for (let row = 0; row < 3; row++) for (let column = 0; column < 3; column++) sum += greys[(3 * y + row) * width + 3 * x + column]!
  return sum / 9
}
