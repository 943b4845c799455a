"""What is measured: quality of reading on annotated examples, speed of reading, and the generator of large graphs."""
