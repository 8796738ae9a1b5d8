"""What a person does on a page of the app, and what she sees there."""


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
