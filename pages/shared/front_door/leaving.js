/* What was read and is not saved yet is not left without a question; the page marks it. */
const unsaved = () => document.querySelector(".st-key-unsaved [data-testid=stAlert]")
addEventListener("beforeunload", event => unsaved() && event.preventDefault())
document.addEventListener("click", event => {
  const leads = event.target.closest("[data-testid=stSidebarNavLink], [data-testid=stPageLink] a")
  if (!leads || event.ctrlKey || event.metaKey || !unsaved()) return
  if (!confirm(unsaved().innerText)) {
    event.preventDefault()
    event.stopPropagation()
  }
}, true)
addEventListener("popstate", event => {
  if (!unsaved() || confirm(unsaved().innerText)) return
  event.stopImmediatePropagation()
  step(null, "", document.querySelector("[aria-current=page]").href)
}, true)
