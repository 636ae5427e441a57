/**
 * Returns numbers as the bytes of a part. All NaN have the same bits, which JavaScript leaves open, so that the same cell has the same bytes on any machine.
 *
 * @example numbersPart([1, Number.NaN]).length   // 16
 */
export function numbersPart(values: ArrayLike<number>): Uint8Array {
  const part = new DataView(new ArrayBuffer(8 * values.length))
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (Number.isNaN(value)) part.setBigUint64(8 * i, notANumber, true)
    else part.setFloat64(8 * i, value, true)
  }
  return new Uint8Array(part.buffer)
}

const notANumber = 0x7ff8_0000_0000_0000n

/**
 * Reads the numbers of a part.
 *
 * @example [...numbersOf(numbersPart([1, 2]))]   // [1, 2]
 */
export function numbersOf(part: Uint8Array): Float64Array {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength)
  return Float64Array.from({ length: part.byteLength / 8 }, (_, i) => view.getFloat64(8 * i, true))
}
