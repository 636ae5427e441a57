/**
 * Instructions of WebAssembly, by which inner loops with indirect addresses run four times as fast as in JavaScript: V8 checks the bounds of each access to a
 * typed array, those of a WebAssembly memory cost nothing.
 *
 * @see W3C 2019, WebAssembly Core Specification, section 5 (binary format)
 */
export const wasm = {
  get: (local: number): number[] => [0x20, local],
  set: (local: number): number[] => [0x21, local],
  tee: (local: number): number[] => [0x22, local],
  /** Loads from the address on the stack. */
  loadI32: [0x28, 2, 0],
  loadF64: [0x2b, 3, 0],
  storeF64: [0x39, 3, 0],
  /** A small constant, from 0 to 63. */
  i32: (value: number): number[] => [0x41, value],
  zeroF64: [0x44, 0, 0, 0, 0, 0, 0, 0, 0],
  addI32: [0x6a],
  shiftLeft: [0x74],
  below: [0x49],
  add: [0xa0],
  subtract: [0xa1],
  multiply: [0xa2],
  divide: [0xa3],
  /** Repeats the body as long as it leaves something other than 0 on the stack. */
  repeatWhile: (...body: readonly (readonly number[])[]): number[] => [0x03, 0x40, ...body.flat(), 0x0d, 0, 0x0b],
} as const

/** A function of a module. Its parameters are 32-bit integers, such as addresses. */
export interface WasmFunction {
  readonly parameters: number
  /** Number of local variables after the parameters, first the integers and then the floating-point numbers. */
  readonly locals: { readonly i32: number; readonly f64: number }
  readonly body: readonly (readonly number[])[]
}

/** A function with a memory of its own. */
export interface WasmInstance {
  readonly memory: ArrayBuffer
  run(...parameters: number[]): void
}

/** What is used of WebAssembly; the types of Node do not describe it. */
interface WasmEngine {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Instance: new (
    module: object,
    imports: { readonly host: { readonly memory: object } },
  ) => { readonly exports: { readonly run: WasmInstance['run'] } }
}

const engine = (globalThis as unknown as { readonly WebAssembly: WasmEngine }).WebAssembly

/**
 * Compiles a function; each call of what is returned gives it a new memory of at least so many bytes.
 *
 * @example compileWasm({ parameters: 0, locals: { i32: 0, f64: 0 }, body: [] })(8).memory.byteLength   // 65536
 */
export function compileWasm(code: WasmFunction): (bytes: number) => WasmInstance {
  const module = new engine.Module(wasmModule(code))
  return (bytes) => {
    const memory = new engine.Memory({ initial: Math.ceil(bytes / 65536) })
    return { memory: memory.buffer, run: new engine.Instance(module, { host: { memory } }).exports.run }
  }
}

/** Returns the binary module of one exported function, `run`, that works on an imported memory, `host.memory`. */
function wasmModule({ parameters, locals, body }: WasmFunction): Uint8Array {
  const code = [2, ...unsigned(locals.i32), 0x7f, ...unsigned(locals.f64), 0x7c, ...body.flat(), 0x0b]
  const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, parameters, ...new Array<number>(parameters).fill(0x7f), 0]),
    ...section(2, [1, ...text('host'), ...text('memory'), 0x02, 0x00, 0x00]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('run'), 0x00, 0x00]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ])
}

function text(name: string): number[] {
  return [name.length, ...Buffer.from(name)]
}

/** Writes a number in the variable length of WebAssembly (LEB128). */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))]
}
