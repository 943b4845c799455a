"""The routes: each asks one question and returns its typed answer."""
