/* One deed of a person is one step of Back. What leads to another page goes by way of two or three
   addresses: "/?indicator=4", "/indicator?indicator=4", "/indicator?indicator=4&years=2569". */
let stepped = true
const step = history.pushState.bind(history)
history.pushState = (...address) => {
  if (stepped) return history.replaceState(...address)
  stepped = true
  step(...address)
}
for (const deed of ["pointerdown", "click", "keydown"])
  addEventListener(deed, () => { stepped = false }, true)
addEventListener("popstate", () => { stepped = true }, true)
/* A link from a page to itself changes what it shows, and would leave the address as it was. */
addEventListener("click", event => {
  const link = event.target.closest("[data-testid=stPageLink] a")
  const is_here = link && link.pathname === location.pathname && link.href !== location.href
  if (is_here && !event.ctrlKey && !event.metaKey) history.pushState(null, "", link.href)
}, true)
