/* A chart is drawn as wide as it is on the screen; on paper it is drawn out to its place. */
const drawings = () => document.querySelectorAll(".js-plotly-plot .main-svg")
addEventListener("beforeprint", () => {
  for (const drawing of drawings()) {
    const [width, height] = ["width", "height"].map(side => drawing.getAttribute(side))
    drawing.setAttribute("viewBox", `0 0 ${width} ${height}`)
    drawing.parentElement.style.setProperty("--drawn", `${width} / ${height}`)
  }
})
addEventListener("afterprint", () => drawings().forEach(one => one.removeAttribute("viewBox")))
