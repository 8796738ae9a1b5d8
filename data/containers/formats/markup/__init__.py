"""Documents and sheets that are markup inside: ods, docx, XML, HTML."""
