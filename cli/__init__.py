"""The command line: commands that call queries, and nothing else."""
