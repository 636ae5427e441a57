import { count, rowCount, type Source, yearsText } from './source.ts'

/** Lists sources, one row each, with a link to the page of each. */
export function SourceTable({ sources, caption }: { readonly sources: readonly Source[]; readonly caption: string }) {
  return (
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table class="sources">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">source</th>
            <th scope="col" class="number">
              rows
            </th>
            <th scope="col">years</th>
            <th scope="col">edition</th>
            <th scope="col">next due</th>
            <th scope="col">licence</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.id}>
              <th scope="row">
                <a href={`/data/${source.id}`}>{source.title}</a> <span class="soft small">{source.id}</span>
              </th>
              <td class="number">{source.held ? count(rowCount(source)) : 'not in the record'}</td>
              <td class="years">{yearsText(source)}</td>
              <td class="small">{source.vintage}</td>
              <td class="small">
                {source.release.due ?? ''}
                {source.release.overdue && <strong> overdue</strong>}
              </td>
              <td class="small">
                {source.licence.id}
                {!source.licence.redistribute && <span class="soft"> (own use)</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
