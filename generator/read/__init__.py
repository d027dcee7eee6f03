"""Located nodes → model values: everything that is wrong with the shape of one file (读取)."""
