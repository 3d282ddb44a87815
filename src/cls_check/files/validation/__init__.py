"""Whether a tree is what it says it is: kinds of files, their models, and errors in plain words."""
