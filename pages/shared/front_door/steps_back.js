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
