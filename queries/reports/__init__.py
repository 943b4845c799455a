"""Answers as files to pass on: for spreadsheets, for the printer."""
