/** Height of a chart of the first screen: two fit on a phone above one another. */
export function chartHeight(width: number): number {
  return width < 480 ? 142 : 232
}

/** A chart for which nothing is known: its title and one line. */
export function EmptyChart({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div class="empty-chart">
      <h2 class="chart-title">{title}</h2>
      <p>{text}</p>
    </div>
  )
}
