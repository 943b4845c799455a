"""Reference data of the field: one CSV a kind of fact, a source in every row, typed loaders in `data.tables`."""
