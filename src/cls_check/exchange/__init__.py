"""Answers in and results out: one module for each format, none of which writes into a place.

A module here turns bytes into values or values into bytes. What is done with them is the
business of the workflows.
"""
