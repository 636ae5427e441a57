/** Keeps the room of the page while its first answer is computed, so that nothing moves when it arrives. */
export function PageSkeleton({ a, b }: { readonly a: string; readonly b: string }) {
  return (
    <div class="dyad skeleton" aria-busy="true">
      <div id="summary">
        <h1>
          {a} and {b}
        </h1>
        <p class="waiting">Assessing …</p>
      </div>
    </div>
  )
}
