type Child = Node | string | false | null | undefined

interface Properties {
  class?: string | undefined
  attributes?: Record<string, string>
  on?: Record<string, (event: Event) => void>
}

/**
 * Makes a DOM element. Signed-out pages are three small forms: without React they weigh a tenth,
 * which is what a reader on a slow line waits for before they may sign in. Text goes in as text.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { class: name, attributes = {}, on = {} }: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag)
  if (name) node.className = name
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  for (const [type, listener] of Object.entries(on)) node.addEventListener(type, listener)
  node.append(
    ...children.filter((child): child is Node | string => child !== false && child !== null && child !== undefined),
  )
  return node
}
