"""Entry of the app: page config, navigation, and the page that was asked for."""

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from data.words import navigation as words
from pages.shared import drawing, example, filters, gate, printing, repair, session
from pages.shared.elements import links
from pages.shared.front_door import FrontDoor, start
from pages.shared.navigation import FRESH, foot, guide_link, sections, stem_of

if __name__ != "__main__":
    # `streamlit run` loads this file once for the server, before anybody visits: from the first
    # request on no address is looked for among the files of pages/, which would show a page
    # without this file and so without the gate.
    app = st.App(__file__, middleware=[Middleware(FrontDoor)], lifespan=start.greeted)
    PagesManager.uses_pages_directory = False
else:
    # An emoji is drawn by the browser itself; a material icon up here is fetched from Google.
    st.set_page_config(page_title=words.UNNAMED, page_icon="📊", layout="wide")
    printing.ready()
    with repair.offered(on_a_page=False):
        gate.keep()
        outside = session.is_outside()
        if not outside:
            session.database()
    pages = sections(
        (lambda _action: False) if outside else session.can,
        fresh=not outside and example.may_start_own(),
        areas=bool(session.areas()),
    )
    page = st.navigation(pages, expanded=True)
    stem = stem_of(page.url_path)
    # Who sets up a store is not the agency of the example behind the form, and who looks after
    # several is none of them.
    is_nobodys = outside or stem == FRESH
    app_name = words.UNNAMED if is_nobodys else words.app()
    st.set_page_config(page_title=words.WINDOW.format(page=page.title, app=app_name))
    gate.greet()
    if not is_nobodys:
        drawing.agency()
    st.title(page.title, anchor=False)
    if outside:
        with repair.offered(on_a_page=True):
            page.run()
        st.stop()
    example.banner(page.url_path)
    drawing.former_catalogue()
    guide_link(stem)
    foot()
    repair.tell_damaged_batches()
    with repair.offered(on_a_page=True):
        filters.draw(stem)
        page.run()
    links.share()
    session.settle()
