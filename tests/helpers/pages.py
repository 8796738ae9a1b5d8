"""What a person does on a page of the app, and what she sees there."""

from pages.sections.divisions.entry import KEY


def upload(page, *files):
    """Choose files, each as (name, content), and let the page run."""
    for name, content in files:
        page.file_uploader[0].upload(name, content)
    return page.run()


def press(page, label):
    return next(button for button in page.button if button.label == label).click().run()


def labels(page):
    return [button.label for button in page.button]


def texts(elements):
    return [element.value for element in elements]


def opened(open_page, tab):
    """Open the page of reports at one of the ways to report."""
    page = open_page("status_report")
    page.session_state[KEY] = tab
    return page.run()
