"""The HTTP interface: routers that call queries, and nothing else."""
