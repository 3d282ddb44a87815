"""From a view to the bytes of a file: one module for each form that is no template.

HTML and Markdown come from templates (`cls_check.reports.output.rendering`). PDF is made from the same
HTML, DOCX from the same view, each by an extra that is imported when it is asked for.
"""
