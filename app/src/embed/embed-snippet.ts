interface EmbedFrame {
  /** Full address of the view. */
  readonly url: string
  readonly title: string
  /** Height in pixels until the chart says how high it is. */
  readonly height: number
}

/**
 * Writes the HTML that shows a chart in another page: a frame, and a script that gives the frame the height which the chart sends, and the chart the colour of
 * the page's text. Without the script, where a site does not allow one, the height stays as given and the theme is that of the reader's system.
 *
 * @example embedSnippet({ url: 'https://visavis.example.org/dyad/CHN/RUS?embed=trade', title: 'Trade', height: 330 })
 */
export function embedSnippet({ url, title, height }: EmbedFrame): string {
  const { origin } = new URL(url)
  return `<iframe src="${escaped(url)}" title="${escaped(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>
<script>addEventListener("message",({origin,source,data})=>{if(origin==="${origin}"&&data?.visavisHeight>0)for(const frame of document.querySelectorAll("iframe"))if(frame.contentWindow===source){frame.height=data.visavisHeight;source.postMessage({visavisColour:getComputedStyle(frame.parentElement).color},origin)}})</script>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
