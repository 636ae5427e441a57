/** Shows a link for an http or https address, else the text alone. */
export function WebLink({ address, text }: { readonly address: string; readonly text: string }) {
  if (!/^https?:\/\//.test(address)) return <>{text}</>
  return (
    <a href={address} rel="noreferrer" target="_blank">
      {text}
    </a>
  )
}

/** Shows a citation; if it ends with an address, the words before the address become a link to it. */
export function Citation({ text }: { readonly text: string }) {
  const address = /,? *(https?:\/\/\S+)$/.exec(text)
  if (address === null) return <>{text}</>
  const words = text.slice(0, address.index)
  return <WebLink address={address[1]!} text={words === '' ? address[1]! : words} />
}
