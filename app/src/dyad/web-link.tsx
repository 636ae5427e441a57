/** A link where the address is one of the web; else the text alone. */
export function WebLink({ address, text }: { readonly address: string; readonly text: string }) {
  if (!/^https?:\/\//.test(address)) return <>{text}</>
  return (
    <a href={address} rel="noreferrer" target="_blank">
      {text}
    </a>
  )
}
