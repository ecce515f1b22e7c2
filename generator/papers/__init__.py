"""Papers: pages of A4 to print and sign or to read, one module each with its template and its style beside it."""
