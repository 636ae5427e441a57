import { compileWasm, type WasmInstance, wasm } from '../../numeric/wasm-module.ts'
import type { EffectRows } from './effect-rows.ts'

/** The product of the Schur complement with a vector, for one or two sets of effects beside the lead, in WebAssembly. */
export interface SchurProduct {
  /** The weights of the rows, to be filled before `apply`. */
  readonly weights: Float64Array
  /** The weights of the lead groups, to be filled before `apply`. */
  readonly leadWeights: Float64Array
  apply(x: Float64Array, out: Float64Array): void
}

/** Parameters of the loop, in this order. All are addresses in bytes; `first` and the indices in memory count in bytes too. */
const [first, lastFirst, a, b, weight, x, out, lead] = [0, 1, 2, 3, 4, 5, 6, 7]
/** Local variables. `row` and `end` count four bytes a row. */
const [row, end, begin, atA, atB, sum, value] = [8, 9, 10, 11, 12, 13, 14]

const { get, set, tee, i32, loadF64, loadI32, storeF64, addI32, add, multiply } = wasm

/** Loads the number at base + the offset on the stack. */
const loadFrom = (base: number): number[] => [...get(base), ...addI32, ...loadF64]
const weightOfRow = [...get(row), ...i32(1), ...wasm.shiftLeft, ...loadFrom(weight)]
const indexOf = (set: number): number[] => [...get(set), ...get(row), ...addI32, ...loadI32]
const nextRow = [...get(row), ...i32(4), ...addI32, ...tee(row), ...get(end), ...wasm.below]
const addTo = (at: number): number[] => {
  const address = [...get(out), ...get(at), ...addI32]
  return [...address, ...address, ...loadF64, ...get(value), ...add, ...storeF64]
}

/** For each lead group: the weighted mean of x over its rows, then the weighted deviations from it, added to both groups of each row. */
const loop = [
  [...get(first), ...loadI32, ...set(row)],
  wasm.repeatWhile(
    [...get(first), ...i32(4), ...addI32, ...tee(first), ...loadI32, ...set(end)],
    [...get(row), ...set(begin), ...wasm.zeroF64, ...set(sum)],
    wasm.repeatWhile(
      [...weightOfRow, ...indexOf(a), ...loadFrom(x), ...indexOf(b), ...loadFrom(x), ...add, ...multiply],
      [...get(sum), ...add, ...set(sum)],
      nextRow,
    ),
    [...get(sum), ...get(lead), ...loadF64, ...wasm.divide, ...set(sum)],
    [...get(lead), ...i32(8), ...addI32, ...set(lead), ...get(begin), ...set(row)],
    wasm.repeatWhile(
      [...weightOfRow, ...indexOf(a), ...tee(atA), ...loadFrom(x), ...indexOf(b), ...tee(atB), ...loadFrom(x), ...add],
      [...get(sum), ...wasm.subtract, ...multiply, ...set(value)],
      [...addTo(atA), ...addTo(atB)],
      nextRow,
    ),
    [...get(first), ...get(lastFirst), ...wasm.below],
  ),
]

let compiled: ((bytes: number) => WasmInstance) | undefined

/** Places the rows in a memory of their own. A missing second set is a group of which x is 0. */
export function schurProduct({ panelRow, first: firsts, leadGroup, rest, size }: EffectRows): SchurProduct {
  compiled ??= compileWasm({ parameters: 8, locals: { i32: 5, f64: 2 }, body: loop })
  const n = panelRow.length
  const groups = leadGroup.length
  const { memory, run } = compiled(8 * (n + groups + 2 * (size + 1)) + 4 * (2 * n + groups + 1))
  let free = 0
  const place = (bytes: number): number => {
    free += bytes
    return free - bytes
  }
  const floats = (length: number): Float64Array => new Float64Array(memory, place(8 * length), length)
  const integers = (length: number): Int32Array => new Int32Array(memory, place(4 * length), length)
  const [weights, leadWeights, from, to] = [floats(n), floats(groups), floats(size + 1), floats(size + 1)]
  const [one, two, starts] = [integers(n), integers(n), integers(groups + 1)]
  placeIndices(rest[0]?.at, size, one)
  placeIndices(rest[1]?.at, size, two)
  for (let g = 0; g <= groups; g++) starts[g] = 4 * firsts[g]!
  const at = [
    starts.byteOffset,
    starts.byteOffset + 4 * groups,
    ...[one, two, weights, from, to, leadWeights].map((array) => array.byteOffset),
  ]
  return {
    weights,
    leadWeights,
    apply(vector, result) {
      from.set(vector)
      to.fill(0)
      run(...at)
      result.set(to.subarray(0, size))
    },
  }
}

/** Writes where the number of each row's group lies, in bytes; without a set that of the last, which is 0. */
function placeIndices(at: Int32Array | undefined, size: number, out: Int32Array): void {
  if (at === undefined) out.fill(8 * size)
  else for (let i = 0; i < out.length; i++) out[i] = 8 * at[i]!
}
