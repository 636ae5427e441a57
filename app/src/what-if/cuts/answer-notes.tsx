/** Lists what an answer assumes, and its source. */
export function AnswerNotes({ notes, source }: { readonly notes: readonly string[]; readonly source: string }) {
  return (
    <>
      <h2>What it assumes</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>Source: {source}.</li>
      </ul>
    </>
  )
}
