"""Reports as documents: docx, odt, epub, Markdown, HTML and PDF."""
