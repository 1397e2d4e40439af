"""Examples of rules and signals put to the test, through the same engine that letters go through."""
