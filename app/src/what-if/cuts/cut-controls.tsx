import { setQuery } from '../../route.ts'

const factors = [
  ['', 'is banned'],
  ['1.5', 'costs half as much again'],
  ['2', 'costs twice as much'],
  ['3', 'costs three times as much'],
  ['5', 'costs five times as much'],
] as const

const bases = [
  ['icio-2022', '2022: 81 economies, 28 sectors'],
  ['baci-2023', '2023: 187 states, goods as one sector'],
  ['wiod-2011', '2011: 41 economies, 31 sectors, input links'],
] as const

/** What is cut, on which table of trade, as the URL has it; unknown entries count as missing. */
export function cutOf(query: Readonly<Record<string, string>>): { readonly base: string; readonly factor: string | undefined } {
  return {
    base: bases.find(([id]) => id === query['base'])?.[0] ?? 'icio-2022',
    factor: factors.find(([factor]) => factor !== '' && factor === query['factor'])?.[0],
  }
}

/** Selects what happens to trade, and the table of trade. */
export function CutControls({ base, factor }: { readonly base: string; readonly factor: string | undefined }) {
  return (
    <>
      <label>
        Trade between them{' '}
        <select value={factor ?? ''} onChange={(event) => setQuery({ factor: event.currentTarget.value || undefined })}>
          {factors.map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        Table of trade{' '}
        <select
          value={base}
          onChange={(event) => setQuery({ base: event.currentTarget.value === 'icio-2022' ? undefined : event.currentTarget.value })}
        >
          {bases.map(([id, title]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
