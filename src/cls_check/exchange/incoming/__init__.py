"""Answers in: from the bytes of a spreadsheet or a form's file to voices or counted hands.

    container    which kind of file it is, and its cells as text (csv_text, workbook, json_answers)
    shape        where it comes from, where its headings stand, what each column is
    sources      what has to be known of each program that answers come from
    reading      what each row says: one person (wide), one answer (long), or a count (counts)

Nothing in here guesses an answer. What cannot be read is named by its row and column.
"""
