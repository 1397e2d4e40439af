"""The shape of the files under ``rules/``: what each key means and what it may hold."""
