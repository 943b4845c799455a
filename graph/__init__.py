"""What the world is: nodes, edges, identity, validity, and the stores that keep them."""
