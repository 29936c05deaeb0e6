"""A contribution file as matrices of bytes: lines by columns, a chunk of lines at a time."""
