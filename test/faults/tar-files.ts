type Entry = readonly [name: string, text: string, type?: string]

function header(name: string, size: number, type: string): Buffer {
  const bytes = Buffer.alloc(512)
  bytes.write(name.slice(0, 100), 0)
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  bytes.write('        ', 148)
  bytes.write(type, 156)
  bytes.write('ustar\0', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

/** A tar archive, built by the format's specification. */
export function tarOf(entries: readonly Entry[]): Buffer {
  const parts = entries.flatMap(([name, text, type = '0']) => {
    const content = Buffer.from(text)
    return [header(name, content.length, type), content, Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return Buffer.concat([...parts, Buffer.alloc(1024)])
}
