/* The first key in a table opens a field that is fetched only then: keys pressed meanwhile are lost. */
for (const deed of ["pointerdown", "focusin"]) addEventListener(deed, event => {
  if (event.target.closest?.("[data-testid=stDataFrame]")) for (const field of FIELDS) import(field)
}, true)
